import type { Page } from "@playwright/test";
import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, test } from "../fixtures";
import { advanceTo, handIn, join, openSession } from "../workshop";

/** With the two phones of the test one more than the fewest whose cards are shown. */
const OTHERS = 5;
const SHOWN = "Der Stuhl neben mir blieb frei.";
const HELD = "Mein Name stand nicht auf der Liste.";

/** The whole page, drawn anew, with the clock stopped. */
async function picture(phone: Page): Promise<Buffer> {
  await phone.reload();
  await expect(phone.getByText(SHOWN)).toBeVisible();
  return phone.screenshot({ animations: "disabled", fullPage: true });
}

test("23: after a reveal nothing of one's own shows until it is asked for", async ({
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  const { id, code } = await openSession(console_, t, "de-DE");
  const phones = await participants(3);
  const [author, held, nobody] = phones;
  if (!author || !held || !nobody) throw new Error("unreachable");
  for (const phone of phones) await join(phone, code, t);
  const simulated = await Promise.all(
    Array.from({ length: OTHERS }, (_, number) => joinAsPhone(server.baseURL, id, number)),
  );
  await console_.getByRole("button", { name: t("console.beginWith", { n: 8 }) }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  for (const phone of simulated) {
    await phone.client.until((view) => view.activity?.phase === "write");
    await phone.takePart();
  }
  await handIn(author, t, SHOWN);
  await handIn(held, t, HELD);
  await nobody.getByRole("button", { name: t("phone.skip") }).click();
  await advanceTo(console_, t, "de-DE", "small-no", "review");
  const desk = console_.getByRole("main");
  await desk.getByRole("button", { name: t("console.coverShow"), exact: true }).click();
  const row = desk.getByRole("listitem").filter({ hasText: HELD });
  await row.getByRole("button", { name: t("console.hold") }).click();
  await expect(row.getByRole("button", { name: t("console.release") })).toBeVisible();
  await advanceTo(console_, t, "de-DE", "small-no", "reveal");
  await console_.getByRole("button", { name: t("console.pause"), exact: true }).click();
  for (const phone of phones) {
    await expect(phone.getByText(t("phone.paused"))).toBeVisible();
    await expect(phone.getByText(t("phone.myCardNews"))).toBeVisible();
  }

  const same = await picture(nobody);
  await expect.poll(async () => (await picture(author)).equals(same)).toBe(true);
  await expect.poll(async () => (await picture(held)).equals(same)).toBe(true);

  // Asked for, it is there.
  const ask = async (phone: Page) => {
    await phone.getByRole("button", { name: t("phone.myCard") }).click();
    await expectAccessible(phone);
  };
  await ask(author);
  await expect(author.getByText(t("phone.isShown"))).toBeVisible();
  await ask(held);
  await expect(held.getByText(t("phone.held"))).toBeVisible();
  await ask(nobody);
  await expect(nobody.getByText(t("phone.myCardEmpty"))).toBeVisible();
  for (const phone of simulated) phone.close();
});
