import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PHONE,
  test,
  texts,
} from "./fixtures";

const DEVICES = { phone: PHONE, laptop: LAPTOP };
const LANGUAGES = { de: "de-DE", en: "en-GB" };

for (const [language, locale] of Object.entries(LANGUAGES)) {
  for (const [device, viewport] of Object.entries(DEVICES)) {
    test.describe(`landing page, ${language}, ${device}`, () => {
      test.use({ locale, viewport });

      test("says what this is and takes a code", async ({ page, t }) => {
        await page.goto("/");
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("landing.title"));
        await expect(page.getByLabel(t("landing.codeLabel"))).toBeVisible();
        await expect(page.getByRole("link", { name: t("landing.signIn") })).toHaveAttribute(
          "href",
          "/sign-in",
        );
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    });
  }
}

test("the language is chosen per device and stays", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts("de")("landing.title"));
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts("en")("landing.title"));
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("button", { name: "English" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("the landing page works over plain http on a name of the local network", async ({
  open,
  t,
}) => {
  const page = await open({ insecure: true, viewport: PHONE, touch: true });
  await page.goto("/");
  expect(await page.evaluate(() => window.isSecureContext)).toBe(false);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("landing.title"));
});

test("imprint, privacy, accessibility and the plain words about anonymity are there", async ({
  page,
}) => {
  for (const path of ["/imprint", "/privacy", "/accessibility", "/how-anonymous"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
});
