import { connectClient } from "@/server/simulated/live-client";
import { expect, PHONE, test } from "../fixtures";
import { cookieHeader, openSession } from "../workshop";

test("A10: a phone that was in comes back into a locked room after a reload", async ({
  account,
  facilitator,
  open,
  server,
  t,
}) => {
  const { id, code } = await openSession(facilitator, t, "de-DE");
  const phone = await open({ viewport: PHONE });
  await phone.goto(`/j/${code.replace(" ", "")}`);
  await phone.getByRole("button", { name: t("join.enter") }).click();
  const lobby = phone.getByRole("heading", { name: t("join.lobby") });
  await expect(lobby).toBeVisible();
  const cookie = cookieHeader(account.storageState.cookies);
  const console_ = await connectClient(
    server.baseURL,
    { role: "facilitator", session: id },
    { cookie },
  );
  expect(await console_.send({ type: "lockRoom", locked: true })).toEqual({ ok: true });
  console_.close();
  await phone.reload();
  await expect(lobby).toBeVisible();
});
