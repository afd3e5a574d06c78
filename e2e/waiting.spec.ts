import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import { advanceTo, answerChecks, handIn, join, openSession, score } from "./workshop";

/** Neighbours look: whatever somebody did, the screen that follows is the same, pixel for pixel. */
test("sent, skipped and watching look the same", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const phones = await participants(3);
  for (const phone of phones) await join(phone, code, t);
  const [sending, skipping, watching] = phones;
  if (!sending || !skipping || !watching) throw new Error("unreachable");
  await console_.getByRole("button", { name: t("console.beginWith", { n: 3 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();

  /** Stops the clock, so that time is no difference. */
  const pause = async () => {
    await console_.getByRole("button", { name: t("console.pause"), exact: true }).click();
    for (const phone of phones) await expect(phone.getByText(t("phone.paused"))).toBeVisible();
  };
  const expectAlike = async (text = t("phone.waiting")) => {
    for (const phone of phones) await expect(phone.getByText(text)).toBeVisible();
    // What was sent is saved by now: nothing on the screen is still under way.
    await expect
      .poll(async () => (await picture(sending)).equals(await picture(skipping)))
      .toBe(true);
    expect((await picture(watching)).equals(await picture(skipping))).toBe(true);
    await expectAccessible(sending);
  };

  await advanceTo(console_, t, "de-DE", "before", "ask");
  await pause();
  await score(sending, t, [5, 5, 5], "scoreKeep");
  await skipping.getByRole("button", { name: t("phone.skip") }).click();
  await watching.getByRole("button", { name: t("phone.watch") }).click();
  await expectAlike();

  await advanceTo(console_, t, "de-DE", "small-no", "write");
  await pause();
  await handIn(sending, t, "Auf meine Nachricht kam nie eine Antwort.");
  await skipping.getByRole("button", { name: t("phone.skip") }).click();
  await expectAlike();

  await console_.getByRole("button", { name: t("console.moreMenu"), exact: true }).click();
  await console_.getByRole("menuitem", { name: t("console.skipOrEnd") }).click();
  await console_.getByRole("button", { name: t("console.startClosing") }).click();
  await console_.getByRole("button", { name: t("console.startClosingAgain") }).click();
  await pause();
  await answerChecks(sending, t, { safe: 3, useful: 9, settled: false });
  await skipping.getByRole("button", { name: t("phone.skip") }).click();
  // It had scrolled to its last answer; what is read afterwards begins where everybody's does.
  await expect.poll(() => sending.evaluate(() => window.scrollY)).toBe(0);
  // Loaded anew: a page that was three times as long keeps edges that differ by a shade.
  for (const phone of phones) await phone.reload();
  await expectAlike(t("kinds.pause.phone.checksDone"));
});

/** The whole screen drawn anew: what Chromium repaints in parts has other edges by a shade. */
async function picture(phone: Page): Promise<Buffer> {
  await phone.evaluate(async () => {
    const { style } = document.documentElement;
    style.display = "none";
    await new Promise(requestAnimationFrame);
    style.display = "";
    await new Promise(requestAnimationFrame);
  });
  return phone.screenshot({ animations: "disabled" });
}
