import type { Page } from "@playwright/test";
import { joinAsPhone } from "@/server/simulated/phone";
import { expect, expectAccessible, test } from "../fixtures";
import { isSamePicture } from "../pictures";
import { advanceTo, handIn, join, openSession } from "../workshop";
import { openRoom } from "./room";

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

test("23: after a reveal nothing of one's own shows until it is asked for (P138)", async ({
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

  for (const other of [author, held]) {
    const isSame = async () => isSamePicture(console_, await picture(other), await picture(nobody));
    await expect.poll(isSame).toBe(true);
  }

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

test("23: what goes along, and a late card that was refused, show when they are asked for @all", async ({
  account,
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  test.setTimeout(120_000);
  const room = await openRoom({ facilitator: console_, account, server, t, phones: OTHERS });
  const [author, nobody, refused] = await participants(3);
  if (!author || !nobody || !refused) throw new Error("unreachable");
  const late = "Und dann kam doch noch etwas.";
  const writeLate = async () => {
    await refused.getByRole("button", { name: t("kinds.collect.phone.anotherCard") }).click();
    await refused.getByLabel(t("kinds.collect.phone.yourText")).fill(late);
    await refused.getByRole("button", { name: t("kinds.collect.phone.handIn") }).click();
  };
  const told = refused
    .getByRole("main")
    .getByText(t("phone.unsentText", { place: t("phone.myCard") }));
  try {
    for (const phone of [author, nobody, refused]) await join(phone, room.code, t);
    await room.to("before", "ask");
    await author.getByRole("textbox").fill("Stuhl");
    await room.to("small-no", "write");
    await room.takePart();
    await room.to("small-no", "reveal");

    // --- refused: this device's share was handed in before, and it has forgotten that (P73) ----------------
    await writeLate();
    await refused.getByRole("button", { name: t("phone.myCard") }).click();
    await expect(refused.getByText(t("phone.saved"), { exact: true })).toBeVisible();
    await refused.getByRole("button", { name: t("phone.help") }).click();
    const leave = t("phone.leave");
    await refused.getByRole("button", { name: leave }).click();
    await refused.getByRole("dialog", { name: leave }).getByRole("button", { name: leave }).click();
    await expect(refused.getByRole("heading", { name: t("phone.left") })).toBeVisible();
    const forget = t("phone.deleteLocal");
    const sure = refused.getByRole("dialog", { name: forget });
    await expect(async () => {
      await refused.getByRole("button", { name: forget }).first().click({ timeout: 1_000 });
      await expect(sure).toBeVisible({ timeout: 1_000 });
    }).toPass();
    await sure.getByRole("button", { name: forget }).click();
    await expect(refused.getByText(t("phone.deletedLocal"))).toBeVisible();
    await refused.getByRole("button", { name: t("phone.comeBack") }).click();
    await writeLate();
    await expect(told).toBeVisible();
    await expect(refused.getByRole("textbox")).toHaveCount(0);
    await expect(refused.getByText(late)).toBeHidden();
    await expectAccessible(refused);
    await refused.getByRole("button", { name: t("phone.myCard") }).click();
    await refused.getByRole("button", { name: t("phone.edit") }).click();
    await expect(refused.getByLabel(t("kinds.collect.phone.yourText"))).toHaveValue(late);
    await expect(refused.getByText(t("phone.refusedShare"))).toBeVisible();
    await refused.getByRole("button", { name: t("common.cancel") }).click();
    await refused.getByRole("button", { name: t("phone.unsentRead") }).click();
    await expect(told).toHaveCount(0);

    // --- a plan on one phone, none on the other ------------------------------------------------------------
    await room.to("if-then", "fill");
    await author.getByRole("textbox").nth(0).fill("ich den Post sehe");
    await author.getByRole("textbox").nth(1).fill("schreibe ich ihr");
    await author.getByRole("button", { name: t("kinds.commit.phone.planDone") }).click();
    await nobody.getByRole("button", { name: t("phone.skip") }).click();
    const alike = async (seen: string) => {
      const [first, second] = await Promise.all(
        [author, nobody].map(async (phone) => {
          await phone.reload();
          await expect(phone.getByText(seen, { exact: true }).first()).toBeVisible();
          const clock = phone.getByRole("timer");
          return phone.screenshot({ animations: "disabled", fullPage: true, mask: [clock] });
        }),
      );
      if (!first || !second) throw new Error("unreachable");
      expect(await isSamePicture(console_, first, second), seen).toBe(true);
    };
    await room.to("if-then", "keep");
    await alike(t("kinds.commit.phone.plan.keep"));
    await room.to("close", "show");
    await alike(t("phone.keepsake.show"));
    await room.remote.send({ type: "end" });
    await alike(t("phone.ended"));
    await author.getByRole("button", { name: t("phone.keepsake.show") }).click();
    await expect(author.getByRole("main").getByText("schreibe ich ihr")).toBeVisible();
    await expectAccessible(author);
  } finally {
    room.close();
  }
});
