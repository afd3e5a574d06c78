import type { Page } from "@playwright/test";
import type { Account } from "./fixtures";
import type { Texts } from "./texts";

/** The path of a fresh invitation. */
export async function invite(admin: Page, t: Texts): Promise<string> {
  await admin.goto("/sessions/people");
  await admin.getByRole("button", { name: t("auth.inviteCreate") }).click();
  const link = await admin.getByLabel(t("auth.inviteLink")).inputValue();
  return new URL(link).pathname;
}

/** Makes an account of one's own on this page, which is signed in afterwards; `path` is an invitation's. */
export async function acceptInvitation(
  page: Page,
  path: string,
  t: Texts,
  { name, email }: Pick<Account, "name" | "email">,
): Promise<Account> {
  const password = "ruhig bleiben, weitergehen";
  await page.goto(path);
  await page.getByLabel(t("auth.name"), { exact: true }).fill(name);
  await page.getByLabel(t("auth.email"), { exact: true }).fill(email);
  await page.getByLabel(t("auth.passwordNew"), { exact: true }).fill(password);
  await page.getByRole("button", { name: t("auth.createAccount") }).click();
  await page.waitForURL("**/sessions");
  return { name, email, password, storageState: await page.context().storageState() };
}
