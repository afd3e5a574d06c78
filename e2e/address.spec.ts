import { expect, test } from "./fixtures";
import { advance, join, openSession } from "./workshop";

/** Words by which German says du to one person. */
const DU = /\b(du|dich|dir|dein(e|em|en|er|es)?)\b/i;

test("a plan that says Sie says it from the first screen on", async ({
  facilitator: console_,
  participants,
  t,
}) => {
  const { code } = await openSession(console_, t, "de-DE", "sie");
  const [phone] = await participants(1);
  if (!phone) throw new Error("unreachable");
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await expect(phone.getByRole("heading", { name: t("join.rulesTitle") })).toBeVisible();
  await expect(phone.locator("body")).not.toHaveText(DU);
  await join(phone, code, t);
  await console_.getByRole("button", { name: t("console.beginWith", { n: 1 }) }).click();
  await console_.getByRole("button", { name: t("console.beginAnyway") }).click();
  const main = phone.getByRole("main");
  for (const prompt of ["Wie ist es damit gerade?", "Welches kleine Nein haben Sie"]) {
    while (!(await main.textContent())?.includes(prompt)) {
      const before = await phone.getByRole("heading", { level: 1 }).textContent();
      await advance(console_, t);
      await expect(phone.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
    }
    await expect(main).not.toHaveText(DU);
  }
});
