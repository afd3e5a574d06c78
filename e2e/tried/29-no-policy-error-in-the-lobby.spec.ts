import { expect, test } from "../fixtures";
import { chooseTemplate, openSession, signIn } from "../workshop";

test("29: a lobby that is opened right after signing in breaks no policy", async ({
  account,
  open,
  server,
  t,
}) => {
  // Signing in renders the frame of all pages anew, with another nonce than the document has.
  const console_ = await open({ baseURL: server.localURL });
  await signIn(console_, account, t);
  await chooseTemplate(console_);
  await openSession(console_, t, "de-DE");
  const more = console_.getByRole("button", { name: t("console.moreMenu"), exact: true });
  await more.click();
  await expect(console_.getByRole("menuitem", { name: t("console.waysIn") })).toBeVisible();
  // The guard fails this test on any violation.
});
