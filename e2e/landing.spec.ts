import { limits, promises } from "../app/how-anonymous/promises";
import {
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PHONE,
  SMALLEST,
  test,
  texts,
} from "./fixtures";

const DEVICES = { phone: PHONE, laptop: LAPTOP };
/** Below it a phone's keyboard and bars begin. */
const BUTTON_ENDS_ABOVE_PX = 600;
const LANGUAGES = { de: "de-DE", en: "en-GB" };

/** Every day each page once, languages and looks by turns. */
const onlyInAll = (isTurn: boolean) => (isTurn ? [] : ["@all"]);

for (const [language, locale] of Object.entries(LANGUAGES)) {
  for (const [device, viewport] of Object.entries(DEVICES)) {
    test.describe(`landing page, ${language}, ${device}`, () => {
      test.use({ locale, viewport });

      const tag = onlyInAll((language === "de") === (device === "phone"));
      test("says what this is and takes a code", { tag }, async ({ page, t }) => {
        await page.goto("/");
        await expect(page.locator("html")).toHaveAttribute("lang", language);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("pages.landing.title"));
        await expect(page.getByLabel(t("landing.codeLabel"))).toBeVisible();
        await expect(page.getByRole("link", { name: t("pages.landing.signIn") })).toHaveAttribute(
          "href",
          "/sign-in",
        );
        await expectNoSidewaysScroll(page);
        await expectAccessible(page);
      });
    });
  }
}

test("on a phone the code is the one thing to do, in reach without scrolling", async ({
  open,
  t,
}) => {
  const page = await open({ viewport: PHONE, touch: true });
  await page.goto("/");
  await expect(page.getByLabel(t("landing.codeLabel"))).toBeFocused();
  const join = page.getByRole("button", { name: t("landing.join") });
  const box = await join.boundingBox();
  expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThan(BUTTON_ENDS_ABOVE_PX);
  // Filled in the accent colour is what one may do here, and nothing else.
  const filled = await page.evaluate(() => {
    const accent = getComputedStyle(document.querySelector("form button") ?? document.body);
    const isFilled = (each: Element) =>
      getComputedStyle(each).backgroundColor === accent.backgroundColor;
    return [...document.querySelectorAll("a, button")].filter(isFilled).length;
  });
  expect(filled).toBe(1);
  const scene = await page.locator("main svg").first().boundingBox();
  const headline = await page.getByRole("heading", { level: 1 }).boundingBox();
  expect((scene?.y ?? Number.NaN) + (scene?.height ?? Number.NaN)).toBeLessThanOrEqual(
    headline?.y ?? Number.NaN,
  );

  // The smallest phone: no drawing, and the button is still there.
  await page.setViewportSize(SMALLEST);
  await expect(page.locator("main svg").first()).toBeHidden();
  await expect(join).toBeInViewport({ ratio: 1 });
  await expectNoSidewaysScroll(page);
});

test("the language is chosen per device and stays", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    texts("de")("pages.landing.title"),
  );
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    texts("en")("pages.landing.title"),
  );
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
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t("pages.landing.title"));
});

for (const [language, locale] of Object.entries(LANGUAGES)) {
  test.describe(`pages to read, ${language}`, () => {
    test.use({ locale });

    for (const colorScheme of ["light", "dark"] as const) {
      const tag = onlyInAll((language === "de") === (colorScheme === "dark"));
      test(`imprint, privacy, accessibility and the plain words about anonymity, ${colorScheme}`, {
        tag,
      }, async ({ page }) => {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(PHONE);
        for (const path of ["/imprint", "/privacy", "/accessibility", "/how-anonymous"]) {
          await page.goto(path);
          await expect(page.locator("html")).toHaveAttribute("lang", language);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expectNoSidewaysScroll(page);
          await expectAccessible(page);
        }
      });
    }

    test("each promise about anonymity names its tests, and what can't be promised is said", {
      tag: onlyInAll(language === "de"),
    }, async ({ page, t }) => {
      await page.setViewportSize(PHONE);
      await page.goto("/how-anonymous");
      // The built-in database; with one of the operator's own another sentence stands there.
      await expect(page.getByText(t("pages.anonDisk"))).toBeVisible();
      await expect(page.getByText(t("pages.anonDiskGiven"))).toHaveCount(0);
      for (const limit of limits) await expect(page.getByText(t(limit))).toBeVisible();

      const promise = page.getByRole("listitem").filter({ hasText: t("pages.anonNotYet") });
      const [proof] = promises["pages.anonNotYet"];
      await expect(promise.getByText(proof.file)).toBeHidden();
      await promise.getByText(t("pages.anonProof")).press("Enter");
      await expect(promise.getByText(proof.file)).toBeVisible();
      await expect(promise.getByText(proof.test)).toBeVisible();

      // The longest names must not widen the page, nor be too faint.
      await page.locator("details").evaluateAll((all) => {
        for (const each of all) each.setAttribute("open", "");
      });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    });
  });
}
