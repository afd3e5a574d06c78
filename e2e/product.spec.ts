import { CONNECTION_LOST, expect, PHONE, test } from "./fixtures";

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
  await expect(facilitator).toHaveURL(/\/sessions$/);
  const stranger = await open();
  await stranger.goto("/sessions");
  await expect(stranger).toHaveURL(/\/sign-in/);
});

test("after kill -9 it comes back on the same data, and a sign-in still holds", async ({
  facilitator,
  guard,
  participants,
  server,
}) => {
  guard.tolerate(CONNECTION_LOST);
  const phones = await participants(2);
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
