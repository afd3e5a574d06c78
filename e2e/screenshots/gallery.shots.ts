import { join } from "node:path";
import type { Page } from "@playwright/test";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { workshops } from "@/lib/workshops/registry";
import { planAround } from "@/lib/workshops/single-activity";
import { openPages } from "../every-page";
import { CONNECTION_LOST, expect, LAPTOP, PHONE, PROJECTOR, test, texts } from "../fixtures";
import type { Texts } from "../texts";
import { type Screens, walkThrough } from "../walk";
import { GALLERY } from "./contact-sheet";

/**
 * Every screen as people see it, to be looked at beside its mock-up: `gallery/index.html` shows all of
 * them. Nothing is checked here (`every-screen.spec.ts` does that).
 */

/** A whole workshop, some ten pictures to a screen. */
const WALK_TIMEOUT_MS = 30 * 60_000;

/** Enough for every result. */
const PEOPLE = 13;

type Look = { name: string; width: number; height: number } & Parameters<Page["emulateMedia"]>[0];

/** What each screen is looked at with; the first comes first in the other looks, too. */
const sizes = {
  phone: [
    { name: "390", ...PHONE },
    { name: "320", width: 320, height: 568 },
    { name: "844x390", width: 844, height: 390 },
  ],
  console: [
    { name: "1280", ...LAPTOP },
    { name: "390", ...PHONE },
    { name: "768", width: 768, height: 1024 },
    { name: "1024", width: 1024, height: 768 },
    { name: "1600", width: 1600, height: 900 },
    // What a window of 1280 × 800 has at 200 %.
    { name: "200-percent", width: 640, height: 400 },
  ],
  stage: [
    { name: "1920", ...PROJECTOR },
    { name: "1024", width: 1024, height: 768 },
  ],
} satisfies Record<string, Look[]>;

type Screen = keyof typeof sizes;

/** All sizes in the light; the first also in the dark and in forced colours. */
const looksAt = (screen: Screen): Look[] => {
  const [usual] = sizes[screen];
  const others: Look[] = usual
    ? [
        { ...usual, name: `${usual.name}-dark`, colorScheme: "dark" },
        { ...usual, name: `${usual.name}-forced`, forcedColors: "active" },
      ]
    : [];
  return [...sizes[screen], ...others];
};

async function take(page: Page, screen: Screen, step: string): Promise<void> {
  const known = page.viewportSize();
  for (const { name, width, height, ...media } of looksAt(screen)) {
    await page.setViewportSize({ width, height });
    // Without motion: a sheet that is laid out anew in another size would be caught fading in.
    const still = { colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" } as const;
    await page.emulateMedia({ ...still, ...media });
    const path = join(GALLERY, step, `${screen}-${name}.png`);
    await page.screenshot({ path, animations: "disabled" });
  }
  if (known) await page.setViewportSize(known);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: null });
}

/** What a phone comes to by what its owner does: a chosen value, waiting, and at the end what one takes along. */
async function takeBeyond(phone: Page, t: Texts, step: string, at: string): Promise<void> {
  const button = (name: string) => phone.getByRole("button", { name, exact: true });
  const score = phone.getByRole("radio", { name: "7", exact: true });
  if (await score.isVisible()) {
    await score.click();
    await take(phone, "phone", `${at}-chosen`);
  }
  const skip = button(t("phone.skip"));
  if (await skip.isVisible()) {
    await skip.click();
    await expect(skip).toBeHidden();
    await take(phone, "phone", `${at}-waiting`);
  }
  if (step === "end") {
    await button(t("phone.keepsake.show")).click();
    await take(phone, "phone", `${at}-take-home`);
  }
}

const languages = [
  { locale: "de-DE", address: "du", name: "de-du" },
  { locale: "de-DE", address: "sie", name: "de-sie" },
  { locale: "en-GB", address: "du", name: "en" },
] as const;

/** What facilitators call what needs a name; what comes after them keeps the suites' names. */
const NAMES = {
  "de-DE": [
    ...["Keine Antwort", "Übersprungen", "Zu wenig Erfahrung", "Hingehalten", "Erst fragen"],
    ...["Kürzer schreiben", "Früher nachfassen", "Nachgefragt", "Zugehört", "Ausgeredet"],
  ],
  "en-GB": [
    ...["No answer", "Passed over", "Not enough experience", "Strung along", "Ask first"],
    ...["Write less", "Follow up sooner", "Asked again", "Listened", "Let me finish"],
  ],
};

/** Workshops hold every activity; alone, only one that asks something around itself shows more. */
const plans = [...workshops, ...readyActivities.filter(({ around }) => around).map(planAround)];

for (const { id: templateId } of plans) {
  for (const [session, { locale, address, name }] of languages.entries()) {
    test.describe(`${templateId} in ${name}`, () => {
      test.use({ locale });
      test("every screen of a session", async ({ account, guard, open, server }) => {
        test.setTimeout(WALK_TIMEOUT_MS);
        guard.tolerate(CONNECTION_LOST);
        const screens: Screens = {
          phone: await open({ viewport: PHONE, touch: true }),
          console_: await open({ viewport: LAPTOP, storageState: account.storageState }),
          stage: await open({ viewport: PROJECTOR }),
        };
        const of = new Map<Page, Screen>([
          [screens.phone, "phone"],
          [screens.console_, "console"],
          [screens.stage, "stage"],
        ]);
        const t = texts(locale, address);
        await walkThrough({
          ...{ server, account, screens, locale, address, templateId, session, t },
          people: PEOPLE,
          names: NAMES[locale],
          async look(step, shown) {
            const at = join(name, templateId, step.replaceAll("/", "-"));
            for (const page of shown) await take(page, of.get(page) ?? "console", at);
            if (shown.includes(screens.phone)) await takeBeyond(screens.phone, t, step, at);
          },
        });
      });
    });
  }
}

for (const { locale, name } of languages.filter(({ address }) => address === "du")) {
  test.describe(`pages in ${name}`, () => {
    test.use({ locale });
    test("every page", async ({ account, facilitator, guard, open, t }) => {
      test.setTimeout(WALK_TIMEOUT_MS);
      guard.tolerate(/the server responded with a status of 404/);
      const stranger = await open();
      for (const { route, path, isOpen } of await openPages(facilitator, account, t)) {
        const page = isOpen ? stranger : facilitator;
        await page.goto(path, { waitUntil: "networkidle" });
        const at = join(name, "pages", route.replaceAll(/[^a-z0-9]+/gi, "-") || "-");
        await take(page, "phone", at);
        await take(page, "console", at);
      }
      await stranger.goto("/nowhere");
      await take(stranger, "phone", join(name, "pages", "not-found"));
    });
  });
}

/** Resolves once the page that calls it was drawn. */
const painted = () =>
  new Promise<void>((done) => {
    requestAnimationFrame(() => requestAnimationFrame(() => done()));
  });

/** Pages are as long as what they say: each as a whole, on the smallest phone of the mock-ups and a laptop. */
async function takeWhole(page: Page, at: string): Promise<void> {
  for (const [name, viewport] of Object.entries({ 390: PHONE, 1280: LAPTOP })) {
    await page.setViewportSize(viewport);
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    // Frames are painted only while they are in view.
    await page.setViewportSize({ ...viewport, height });
    for (const frame of page.frames()) await frame.evaluate(painted);
    await page.screenshot({ path: join(GALLERY, at, `whole-${name}.png`), animations: "disabled" });
  }
}

for (const { locale, name } of languages.filter(({ address }) => address === "du")) {
  test.describe(`the catalogue in ${name}`, () => {
    test.use({ locale });
    test("every activity's page, and every workshop's guide on paper", async ({
      facilitator: page,
      t,
    }) => {
      test.setTimeout(WALK_TIMEOUT_MS);
      await page.goto("/sessions/activities", { waitUntil: "networkidle" });
      await takeWhole(page, join(name, "catalogue"));
      for (const { activity } of readyActivities) {
        await page.goto(`/sessions/activities/${activity.key}`);
        // Its screens come when they are scrolled to.
        const preview = page.getByRole("region", { name: t("catalogue.preview") });
        await preview.scrollIntoViewIfNeeded();
        for (const frame of await preview.locator("iframe").all()) {
          await expect(frame.contentFrame().locator("h1, h2").first()).toBeVisible();
        }
        await takeWhole(page, join(name, "catalogue", activity.key));
      }
      await page.emulateMedia({ media: "print" });
      for (const { id } of workshops) {
        await page.goto(`/sessions/new/${id}/guide?start=14:00`);
        await expect(page.getByRole("article")).toBeVisible();
        await takeWhole(page, join(name, "guide", id));
      }
    });
  });
}
