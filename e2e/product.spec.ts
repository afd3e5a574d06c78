import { CONNECTION_LOST, expect, expectAccessible, PHONE, test } from "./fixtures";

test("the first account is made through the link in the terminal, and only once", async ({
  account,
  open,
  server,
  t,
}) => {
  expect(account.storageState.cookies.length).toBeGreaterThan(0);
  const page = await open();
  await page.goto(server.setupLink);
  await expect(page.getByText(t("auth.setupInvalid"))).toBeVisible();
});

test("somebody who isn't signed in doesn't see the sessions", async ({ open, facilitator }) => {
  await facilitator.goto("/sessions");
  await expect(facilitator).toHaveURL(/\/sessions$/);
  const stranger = await open();
  await stranger.goto("/sessions");
  await expect(stranger).toHaveURL(/\/sign-in/);
});

test("without a mail server the way to a new password is a command", async ({ open, t }) => {
  const page = await open();
  await page.goto("/sign-in");
  await page.getByRole("link", { name: t("auth.forgotten") }).click();
  await expect(page.getByText(t("auth.forgottenCommand"))).toBeVisible();
  await expectAccessible(page);
  expect((await page.request.get("/sign-in/by-mail")).status()).toBe(404);
});

test("after kill -9 it comes back on the same data, and a sign-in still holds", async ({
  facilitator,
  guard,
  participants,
  server,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const phones = await participants(2);
  await facilitator.goto("/sessions");
  await server.kill9();
  await server.restart();
  await facilitator.reload();
  await expect(facilitator).toHaveURL(/\/sessions$/);
  for (const phone of phones) {
    expect(phone.viewportSize()).toEqual(PHONE);
    await phone.goto("/j");
    await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
  }
});
