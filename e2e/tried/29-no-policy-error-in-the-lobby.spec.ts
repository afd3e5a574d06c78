import { expect, test } from "../fixtures";
import { openSession } from "../workshop";

test("29: a lobby that is opened right after signing in breaks no policy", async ({
  account,
  open,
  t,
}) => {
  // Signing in renders the frame of all pages anew, with another nonce than the document has.
  const console_ = await open();
  await console_.goto("/sign-in");
  await console_.getByLabel(t("auth.email"), { exact: true }).fill(account.email);
  await console_.getByLabel(t("auth.password"), { exact: true }).fill(account.password);
  await console_.getByRole("button", { name: t("auth.signIn"), exact: true }).click();
  await console_.waitForURL("**/sessions");
  await openSession(console_, t, "de-DE");
  const more = console_.getByRole("button", { name: t("console.moreMenu"), exact: true });
  await more.click();
  await expect(console_.getByRole("menuitem", { name: t("console.waysIn") })).toBeVisible();
  // The guard fails this test on any violation.
});
