import type { Page } from "@playwright/test";
import { commitSettings } from "../lib/activities/commit/schema";
import { IS_EVERYTHING_TRIED } from "../lib/testing/everyday";
import { expect, expectAccessible, expectNoSidewaysScroll, test } from "./fixtures";
import { isSamePicture, markup } from "./pictures";
import { openRoom } from "./tried/room";
import {
  answerChecks,
  COUNTED_WITHIN_MS,
  handIn,
  inLocale,
  join,
  planned,
  score,
} from "./workshop";

/** With the three phones in the hand eight: fewer are counted more rarely (P143). */
const SIMULATED = 5;
const PEOPLE = 8;

/** Neighbours look: whatever somebody did, the screen that follows is the same, pixel for pixel. */
test("sent, skipped and watching look the same in each phase in which phones wait (P142)", async ({
  account,
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  // Seven phases, in each of which the room is counted to the last.
  test.setTimeout(6 * 60_000);
  const room = await openRoom({ facilitator: console_, account, server, t, phones: SIMULATED });
  const phones = await participants(3);
  const [sending, skipping, watching] = phones;
  if (!sending || !skipping || !watching) throw new Error("unreachable");
  for (const phone of phones) await join(phone, room.code, t);

  /** All phones have come to this phase, and its clock stands, so that time is no difference. */
  const to = async (activity: string, phase: string) => {
    await room.to(activity, phase);
    await console_.getByRole("button", { name: t("console.pause"), exact: true }).click();
    for (const phone of phones) await expect(phone.getByText(t("phone.paused"))).toBeVisible();
  };
  const skip = () => skipping.getByRole("button", { name: t("phone.skip") }).click();
  const lookAlike = async () => {
    const [first, ...others] = await Promise.all(phones.map(picture));
    const same = others.map((other) => first && isSamePicture(console_, first, other));
    return (await Promise.all(same)).every(Boolean);
  };
  const areMadeAlike = async () => new Set(await Promise.all(phones.map(markup))).size === 1;
  const expectAlike = async (text: string) => {
    for (const phone of phones) await expect(phone.getByText(text).last()).toBeVisible();
    // What was sent is saved by now: nothing on the screen is still under way.
    await expect.poll(lookAlike).toBe(true);
  };
  /**
   * The same before the room is counted and after: no phone draws a sheet for itself. All phases wait with one screen: every
   * day the count of one of them is waited for.
   */
  const expectWaiting = async ({ isCounted = IS_EVERYTHING_TRIED } = {}) => {
    await expectAlike(t("phone.waiting"));
    await room.takePart();
    if (!isCounted) return await expect.poll(areMadeAlike).toBe(true);
    const all = t("phone.doneCount", { done: PEOPLE, there: PEOPLE });
    for (const phone of phones) {
      await expect(phone.getByText(all)).toBeVisible({ timeout: COUNTED_WITHIN_MS });
    }
    await expectAlike(t("phone.waiting"));
    // Where nothing of one's own can be opened but "my card", it isn't there covered either.
    await expect.poll(areMadeAlike).toBe(true);
    await expectAccessible(sending);
    await expectNoSidewaysScroll(sending);
  };
  /** One who watches has come to wait by it: the same in every phase that follows. */
  const begun = t("phone.doneCount", { done: 0, there: PEOPLE });

  try {
    await to("before", "ask");
    await score(sending, t, [5, 5, 5], "scoreKeep");
    await skip();
    await watching.getByRole("button", { name: t("phone.watch") }).click();
    await expectWaiting();

    await to("small-no", "write");
    await expect(watching.getByText(begun)).toBeVisible();
    await handIn(sending, t, "Auf meine Nachricht kam nie eine Antwort.");
    await skip();
    await expectWaiting({ isCounted: true });

    await to("other-readings", "write");
    await expect(watching.getByText(begun)).toBeVisible();
    await handIn(sending, t, "Vielleicht lag sie nur unter anderen.", {
      label: t("kinds.reframe.phone.reading"),
      button: t("kinds.reframe.phone.readingHandIn"),
    });
    await skip();
    await expectWaiting();

    await to("other-readings", "vote");
    await sending.getByRole("button", { pressed: false }).first().click();
    await sending.getByRole("button", { name: t("kinds.reframe.phone.voteHandIn") }).click();
    await skip();
    await expectWaiting();

    await to("after", "ask");
    await score(sending, t, [4, 4, 4], "scoreSendBoth");
    await skip();
    await expectWaiting();

    await to("if-then", "fill");
    const { fields } = commitSettings.parse(planned("if-then").settings);
    for (const { label, input } of fields) {
      const value = input === "date" ? "2027-01-15" : "Mein Schritt";
      await sending.getByLabel(inLocale(label, "de"), { exact: true }).fill(value);
    }
    await sending.getByRole("button", { name: t("kinds.commit.phone.planDone") }).click();
    await skip();
    await expectWaiting();

    await to("close", "show");
    await answerChecks(sending, t, { safe: 3, useful: 9, settled: false });
    await skip();
    // It had scrolled to its last answer; what is read afterwards begins where everybody's does.
    await expect.poll(() => sending.evaluate(() => window.scrollY)).toBe(0);
    // Loaded anew: a page that was three times as long keeps edges that differ by a shade.
    for (const phone of phones) await phone.reload();
    await expectAlike(t("kinds.pause.phone.checksDone"));
    await expectAccessible(sending);

    // The end is a goodbye, and the same to all of them.
    await room.remote.send({ type: "end" });
    await expectAlike(t("phone.ended"));
    await expectAccessible(sending);
    await sending.getByRole("button", { name: t("phone.keepsake.show") }).click();
    await expect(sending.getByRole("heading", { name: t("phone.keepsake.title") })).toBeFocused();
    await expectAccessible(sending);
  } finally {
    room.close();
  }
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
