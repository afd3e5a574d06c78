import { joinAsPhone } from "@/server/simulated/phone";
import { expect, test } from "../fixtures";
import { join, openSession } from "../workshop";

test("17: three closed windows don't hide the question of the small group", async ({
  facilitator: console_,
  participants,
  server,
  t,
}) => {
  const { id, code } = await openSession(console_, t, "de-DE");
  const phones = await participants(3);
  for (const phone of phones) await join(phone, code, t);
  const others = await Promise.all([0, 1, 2].map((n) => joinAsPhone(server.baseURL, id, n)));
  await expect(
    console_.getByRole("button", { name: t("console.beginWith", { n: 6 }) }),
  ).toBeVisible();

  for (const phone of phones) await phone.close();
  await expect(
    console_.getByText(t("console.away", { n: 3 }), { exact: false }).first(),
  ).toBeVisible({ timeout: 15_000 });
  await console_.getByRole("button", { name: t("console.beginWith", { n: 3 }) }).click();
  const asked = console_.getByRole("dialog", { name: t("console.fewTitle") });
  await expect(asked.getByText(t("console.belowKBegin", { n: 3 }))).toBeVisible();
  // Answered by the server.
  await asked.getByLabel(t("console.smallGroup")).click();
  await expect(asked.getByLabel(t("console.smallGroup"))).toBeChecked();
  await asked.getByRole("button", { name: t("console.beginAnyway") }).click();
  await expect(asked).toBeHidden();
  for (const other of others) other.close();
});
