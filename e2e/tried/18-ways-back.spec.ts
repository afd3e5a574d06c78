import { expect, expectAccessible, PHONE, test } from "../fixtures";
import { openSession } from "../workshop";

test("18: the first page knows the way back into a running session, from the device alone", async ({
  facilitator,
  open,
  t,
}) => {
  const { code } = await openSession(facilitator, t, "de");
  const phone = await open({ viewport: PHONE, touch: true });
  await phone.goto("/");
  await expect(phone.getByRole("link", { name: /„/ })).toHaveCount(0);
  await phone.goto(`/j/${code}`);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();

  const title = "Erste Hilfe nach einem Nein";
  const back = phone.getByRole("link", { name: t("landing.backTo", { title }) });
  for (const way of ["/", "/j"]) {
    await phone.goto(way);
    await expect(back).toBeVisible();
    await expectAccessible(phone);
  }
  await back.click();
  await expect(phone.getByRole("heading", { name: t("join.lobby") })).toBeVisible();
  // Another phone of the same room is offered nothing.
  const other = await open({ viewport: PHONE, touch: true });
  await other.goto("/");
  await expect(other.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(other.getByRole("link", { name: t("landing.backTo", { title }) })).toHaveCount(0);
});
