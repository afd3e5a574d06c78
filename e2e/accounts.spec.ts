import type { Page } from "@playwright/test";
import { type IdentityProvider, startIdentityProvider } from "../server/testing/identity-provider";
import { type MailServer, startMailServer, textOf } from "../server/testing/mail-server";
import {
  test as base,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  PHONE,
  texts,
} from "./fixtures";
import { type Product, startProduct } from "./product";
import type { KeyBelow, Texts } from "./texts";
import { chooseTemplate, openSession, signIn } from "./workshop";

interface Services {
  product: Product;
  mail: MailServer;
  provider: IdentityProvider;
}

/** The product with its database, a provider and a mail server. */
const SERVER_TIMEOUT_MS = 120_000;

const LABEL = "Beispiel e. V.";

/** The product as an organisation runs it: with an address, a mail server and its own sign-in. */
const test = base.extend<object, { services: Services; server: Product }>({
  services: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const mail = await startMailServer();
      let provider: IdentityProvider | undefined;
      const product = await startProduct(async (baseURL) => {
        provider = await startIdentityProvider(`${baseURL}/api/auth/callback/oidc`, {
          ben: { name: "Ben Okafor", email: "ben@example.org", email_verified: true },
          kim: { name: "Kim", email: "kim@elsewhere.example", email_verified: true },
        });
        return {
          PUBLIC_URL: baseURL,
          NEXTAUTH_SECRET: "k7Qv0zN3xB1mT8rW5yL2cH9pD4sF6gJa",
          SMTP_URL: mail.url,
          MAIL_FROM: "Aufwind <aufwind@example.org>",
          OIDC_ISSUER: provider.issuer,
          OIDC_CLIENT_ID: provider.clientId,
          OIDC_CLIENT_SECRET: provider.clientSecret,
          OIDC_LABEL: LABEL,
          ACCESSIBILITY_URL: `${baseURL}/how-anonymous`,
        };
      });
      if (!provider) throw new Error("the provider did not start");
      await use({ mail, provider, product });
      await product.remove();
      await provider.close();
      await mail.close();
    },
    { scope: "worker", timeout: SERVER_TIMEOUT_MS },
  ],
  server: [async ({ services }, use) => use(services.product), { scope: "worker" }],
  guard: async ({ guard, services }, use) => {
    // Its pages are the provider's own affair.
    guard.tolerate(new RegExp(services.provider.issuer.replaceAll(".", "\\.")));
    // They ask for a font, which the policy that the test gives them keeps from going out.
    guard.tolerate(/^(request to somebody else|console: policy violation).* https:\/\/fonts\./);
    await use(guard);
  },
});

/** Logs in on the provider's own pages, up to where they lead back. */
async function throughProvider(page: Page, login: string): Promise<void> {
  await page.locator("input[name=login]").fill(login);
  await page.locator("input[name=password]").fill("any");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

const linkIn = (text: string): string => /http:\S+\/link\/[\w-]+/.exec(text)?.[0] ?? "";

async function inviteLink(facilitator: Page, t: Texts): Promise<string> {
  await facilitator.goto("/sessions/people");
  await facilitator.getByRole("button", { name: t("auth.inviteCreate") }).click();
  return await facilitator.getByLabel(t("auth.inviteLink")).inputValue();
}

test.describe("in German", () => {
  test.use({ locale: "de-DE" });

  test("the account page changes the password and signs the other devices out", async ({
    account,
    facilitator,
    open,
    t,
  }) => {
    const other = await open();
    await signIn(other, account, t);

    await facilitator.goto("/sessions");
    await facilitator.getByRole("link", { name: t("account.nav") }).click();
    await expect(facilitator.getByRole("heading", { level: 1 })).toHaveText(t("account.title"));
    await expect(facilitator.getByText(t("account.deviceHere"), { exact: true })).toHaveCount(1);
    await expect(
      facilitator.getByRole("button", { name: t("account.deviceEnd"), exact: true }),
    ).toHaveCount(1);
    await expectAccessible(facilitator);
    await facilitator.setViewportSize(PHONE);
    await expectNoSidewaysScroll(facilitator);

    await facilitator.getByText(t("account.password"), { exact: true }).click();
    const form = facilitator.locator("form", { hasText: t("account.passwordChange") });
    const change = form.getByRole("button", { name: t("account.passwordChange") });
    await form.getByLabel(t("account.current"), { exact: true }).fill("nicht das richtige");
    await form.getByLabel(t("auth.passwordNew"), { exact: true }).fill("neu und lang genug");
    await change.click();
    await expect(form.getByText(t("account.currentWrong"))).toBeVisible();
    await expectAccessible(facilitator);
    await form.getByLabel(t("account.current"), { exact: true }).fill(account.password);
    await form.getByLabel(t("auth.passwordNew"), { exact: true }).fill("neu und lang genug");
    await change.click();
    await expect(form.getByText(t("account.passwordChanged"))).toBeVisible();
    await expect(
      facilitator.getByRole("button", { name: t("account.deviceEnd"), exact: true }),
    ).toHaveCount(0);
    await other.goto("/sessions");
    await expect(other).toHaveURL(/\/sign-in/);

    // Back to what the other tests know.
    await form.getByLabel(t("account.current"), { exact: true }).fill("neu und lang genug");
    await form.getByLabel(t("auth.passwordNew"), { exact: true }).fill(account.password);
    await change.click();
    await expect(form.getByText(t("account.passwordChanged"))).toBeVisible();
  });

  test("a link by e-mail signs in once, by its button and not by being opened", async ({
    account,
    open,
    services,
    t,
  }) => {
    const page = await open();
    await page.goto("/sign-in");
    await expectAccessible(page);
    await page.getByRole("link", { name: t("auth.byMail") }).click();
    await page.getByLabel(t("auth.email")).fill(account.email);
    const letter = services.mail.next();
    await page.getByRole("button", { name: t("auth.sendLink") }).click();
    await expect(page.getByText(t("auth.linkSent"))).toBeVisible();
    await expectAccessible(page);
    const link = linkIn(textOf(await letter));

    const scanner = await open();
    for (let i = 0; i < 2; i += 1) {
      await scanner.goto(link);
      await expect(scanner.getByText(account.email)).toBeVisible();
    }
    await page.goto(link);
    await expectAccessible(page);
    await page.getByRole("button", { name: t("auth.signIn") }).click();
    await page.waitForURL("**/sessions");
    await scanner.getByRole("button", { name: t("auth.signIn") }).click();
    await expect(scanner.getByText(t("auth.linkGone"))).toBeVisible();
    await scanner.reload();
    await expect(scanner.getByText(t("auth.linkGone"))).toBeVisible();
  });

  test("the organisation's sign-in is linked on the account page, and unlinked", async ({
    account,
    facilitator,
    open,
    t,
  }) => {
    const title = t("account.oidc", { label: LABEL });
    await facilitator.goto("/sessions/account");
    await facilitator.getByText(title).click();
    const form = facilitator.locator("form", { hasText: t("account.oidcLink") });
    await form.getByLabel(t("account.current"), { exact: true }).fill(account.password);
    await form.getByRole("button", { name: t("account.oidcLink") }).click();
    await throughProvider(facilitator, "kim");
    await facilitator.waitForURL("**/sessions/account");

    const elsewhere = await open();
    await elsewhere.goto("/sign-in");
    await elsewhere.getByRole("button", { name: t("auth.signInWith", { label: LABEL }) }).click();
    await throughProvider(elsewhere, "kim");
    await elsewhere.waitForURL("**/sessions");
    await elsewhere.goto("/sessions/account");
    await expect(elsewhere.getByLabel(t("auth.name"), { exact: true })).toHaveValue(account.name);

    await facilitator.getByText(title).click();
    await expectAccessible(facilitator);
    await facilitator.getByRole("button", { name: t("account.oidcUnlink") }).click();
    await expect(form).toBeVisible();
  });

  test("without a number to call no session opens; with one it is on the phones", async ({
    facilitator,
    participants,
    t,
  }) => {
    await facilitator.goto("/sessions/installation");
    await expectAccessible(facilitator);
    await facilitator.setViewportSize(PHONE);
    await expectNoSidewaysScroll(facilitator);
    const heading = facilitator.locator("summary");
    for (let left = await heading.count(); left > 0; left -= 1) {
      await heading.first().click();
      await facilitator.getByText(t("installation.remove"), { exact: true }).first().click();
      await expect(heading).toHaveCount(left - 1);
    }
    await facilitator.getByRole("button", { name: t("installation.save") }).click();
    await expect(facilitator.getByText(t("installation.saved"))).toBeVisible();

    await facilitator.goto("/sessions");
    await chooseTemplate(facilitator);
    const name = facilitator.getByRole("textbox", { name: t("sessions.nameNew") });
    const sie = facilitator.getByRole("radio", { name: t("sessions.addressSie"), exact: true });
    const minutes = facilitator.getByRole("combobox", { name: "Ein kleines Nein" });
    await minutes.selectOption("12");
    await name.fill("Mitte");
    await sie.check();
    await facilitator.getByRole("button", { name: t("sessions.open") }).click();
    await expect(facilitator.getByText(t("installation.openRefused"))).toBeVisible();
    // What was chosen is still what is opened next.
    await expect(minutes).toHaveValue("12");
    await expect(name).toHaveValue("Mitte");
    await expect(sie).toBeChecked();

    await facilitator.goto("/sessions/installation");
    await facilitator.getByRole("button", { name: t("installation.add") }).click();
    const fill = (key: KeyBelow<"installation">, value: string) =>
      facilitator.getByLabel(t(`installation.${key}`)).fill(value);
    await fill("nameDe", "Krisendienst Süd");
    await fill("nameEn", "Crisis service South");
    await facilitator.getByRole("button", { name: t("installation.save") }).click();
    await expect(facilitator.getByText(t("installation.problem"))).toBeVisible();
    await fill("country", "de");
    await fill("phone", "0800 655 3000");
    await fill("checked", "2026-11-01");
    await facilitator.getByRole("button", { name: t("installation.save") }).click();
    await expect(facilitator.getByText(t("installation.saved"))).toBeVisible();

    const { code } = await openSession(facilitator, t, "de");
    const [phone] = await participants(1);
    if (!phone) throw new Error("there is no phone");
    await phone.goto(`/j/${code.replace(" ", "")}`);
    await phone.getByRole("button", { name: t("join.enter") }).click();
    await phone.getByRole("button", { name: t("phone.help") }).click();
    const call = phone.getByRole("link", { name: /Krisendienst Süd/ });
    await expect(call).toHaveAttribute("href", "tel:08006553000");
    await expect(phone.getByText("116")).toHaveCount(0);
  });
});

test.describe("in English", () => {
  test.use({ locale: "en-GB" });

  test("a forgotten password is set anew by a link", async ({ account, open, services, t }) => {
    const page = await open({ viewport: PHONE });
    await page.goto("/sign-in");
    await page.getByRole("link", { name: t("auth.forgotten") }).click();
    await page.getByLabel(t("auth.email")).fill(account.email);
    const letter = services.mail.next();
    await page.getByRole("button", { name: t("auth.sendLink") }).click();
    await page.goto(linkIn(textOf(await letter)));
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.getByLabel(t("auth.passwordNew"), { exact: true }).fill("short");
    await page.getByRole("button", { name: t("auth.passwordSet") }).click();
    await expect(page.getByText(t("auth.passwordShort"))).toBeVisible();
    await page.getByLabel(t("auth.passwordNew"), { exact: true }).fill(account.password);
    await page.getByRole("button", { name: t("auth.passwordSet") }).click();
    await page.waitForURL("**/sessions");
  });

  test("the organisation's sign-in opens an account by invitation only; its owner leaves", async ({
    account,
    guard,
    open,
    t,
  }) => {
    // The sign-in before it may have been ended by a new password: in afresh.
    const facilitator = await open();
    await signIn(facilitator, account, t);

    const page = await open();
    const withProvider = page.getByRole("button", { name: t("auth.signInWith", { label: LABEL }) });
    await page.goto("/sign-in");
    await withProvider.click();
    await throughProvider(page, "ben");
    await expect(page.getByText(t("auth.problemUnknown", { label: LABEL }))).toBeVisible();
    await expectAccessible(page);

    await page.goto(await inviteLink(facilitator, t));
    await expectAccessible(page);
    await page.getByRole("button", { name: t("auth.inviteWith", { label: LABEL }) }).click();
    // The provider remembers its own log-in and asks for nothing.
    await page.waitForURL("**/sessions");
    await page.getByRole("button", { name: t("auth.signOut") }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await page.goto("/sign-in");
    await withProvider.click();
    await page.waitForURL("**/sessions");

    // The last admin can't go before somebody has taken over.
    await facilitator.goto("/sessions/account");
    await expect(facilitator.getByText(t("account.deleteLast"))).toBeVisible();
    await facilitator.getByRole("link", { name: t("account.deleteLastWhere") }).click();
    await expectAccessible(facilitator);
    await facilitator.getByRole("button", { name: t("auth.roleMakeAdmin") }).click();
    await expect(
      facilitator.getByRole("button", { name: t("auth.roleMakeFacilitator") }),
    ).toHaveCount(2);

    await page.goto("/sessions/account");
    await page.getByText(t("account.deleteOpen")).click();
    await expectAccessible(page);
    const leave = page.getByRole("button", { name: t("account.deleteDo") });
    await page.getByLabel(t("account.typed")).last().fill("somebody@example.org");
    await leave.click();
    await expect(page.getByText(t("account.currentWrong"))).toBeVisible();
    await page.getByLabel(t("account.typed")).last().fill("ben@example.org");
    await leave.click();
    await expect(page.getByText(t("account.deleted"))).toBeVisible();
    await expectAccessible(page);
    await facilitator.reload();
    await expect(facilitator.getByText("ben@example.org")).toHaveCount(0);
    expect(guard.problems()).toEqual([]);
  });

  test("the footer leads to the operator's accessibility statement", async ({ page }) => {
    await page.goto("/");
    await page.getByRole("link", { name: texts("en")("common.accessibility") }).click();
    await expect(page).toHaveURL(/\/how-anonymous$/);
  });
});
