import { pauseSettings } from "../../lib/activities/pause/schema";
import { expect, expectAccessible, test } from "../fixtures";
import { beginWithFew, inLocale, join, openSession, planned } from "../workshop";

test("22, 29: the rules are agreed to once, and no empty box stands among them", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  // Here they are agreed to.
  await join(phone, code, t);
  await beginWithFew(console_, t, 1);
  const { hint, settings } = planned("welcome");
  if (hint === null) throw new Error("unreachable");
  const { text } = pauseSettings.parse(settings);
  if (text === null) throw new Error("unreachable");
  const [rules = "", note = ""] = inLocale(text, "de-DE").split("\n\n");
  const main = phone.getByRole("main");
  await expect(main.getByText(inLocale(hint, "de-DE"))).toBeVisible();
  await expect(main.getByRole("button")).toHaveCount(0);
  // They stand on the stage; here they are to look up.
  await expect(main.getByRole("listitem")).toHaveCount(0);
  await expectAccessible(phone);
  await main.getByText(t("kinds.pause.phone.rulesAgain")).click();
  await expect(main.getByRole("listitem")).toHaveText(rules.split("\n"));
  const desk = console_.getByRole("main");
  for (const rule of rules.split("\n")) await expect(desk.getByText(rule)).toBeVisible();
  await expect(desk.getByText(note, { exact: true })).toBeVisible();
  await expect(desk.getByRole("listitem").filter({ hasNotText: /\S/ })).toHaveCount(0);
  await expectAccessible(console_);
  await expectAccessible(phone);
});
