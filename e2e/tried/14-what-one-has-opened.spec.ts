import { expect, test } from "../fixtures";
import { advance, advanceTo, handIn, join, openSession } from "../workshop";

const MINE = "Auf die Frage kam ein Blick zur Uhr.";

test("14: what somebody has opened stays open when the room goes on", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  await expect(phone.getByRole("heading", { level: 1 })).not.toHaveText(t("join.lobby"));

  // --- help, with the numbers, and what is asked in it ------------------------------------------------
  await phone.getByRole("button", { name: t("phone.help"), exact: true }).click();
  await expect(phone.getByText(t("help.contacts"))).toBeVisible();
  await advance(console_, t);
  await expect(phone.locator("h1")).not.toHaveText(t("join.lobby"));
  await expect(phone.getByText(t("help.contacts"))).toBeVisible();
  await phone.getByRole("button", { name: t("phone.leave") }).click();
  await expect(phone.getByText(t("phone.leaveSure"))).toBeVisible();
  await advanceTo(console_, t, "de-DE", "small-no", "write");
  await expect(phone.getByText(t("phone.leaveSure"))).toBeVisible();
  await phone.keyboard.press("Escape");
  await expect(phone.getByText(t("phone.leaveSure"))).toBeHidden();
  await expect(phone.getByText(t("help.contacts"))).toBeVisible();
  await phone.keyboard.press("Escape");
  await expect(phone.getByText(t("help.contacts"))).toBeHidden();

  // --- the receipt, and one's own cards ------------------------------------------------------------------
  await handIn(phone, t, MINE);
  await phone.getByRole("button", { name: t("phone.myCard") }).click();
  await phone.getByRole("button", { name: t("phone.edit") }).click();
  await phone.getByRole("button", { name: t("receipt.more") }).click();
  await expect(phone.getByText(t("receipt.limitStyle"))).toBeVisible();
  await advance(console_, t);
  await expect(phone.locator("nav")).toBeVisible();
  await expect(phone.getByText(t("receipt.limitStyle"))).toBeVisible();
  await phone.getByRole("button", { name: t("common.close") }).click();
  await phone.getByRole("button", { name: t("phone.myCard") }).click();
  await expect(phone.getByText(MINE)).toBeVisible();
  await advanceTo(console_, t, "de-DE", "other-readings", "write");
  await expect(phone.getByText(MINE)).toBeVisible();
});
