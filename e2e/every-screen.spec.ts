import type { Page } from "@playwright/test";
import { CARD_CHARACTERS_MAX } from "@/lib/activities/card-schema";
import { kindOf } from "@/lib/activities/kinds";
import { K_CARDS, K_SCORES } from "@/lib/session/state";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";
import { expectNoTextCutOff, expectReadable, expectTargets, SMALLEST_TARGET } from "./accessible";
import {
  CONNECTION_LOST,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  PROJECTOR,
  test,
  texts,
} from "./fixtures";
import { type Screens, walkThrough } from "./walk";

/**
 * Every screen of every kind of activity, in each of its phases: on the narrowest phone, the console and
 * the stage. A new kind is picked up by itself, from the ready-made plans in which it stands and from what
 * is stated of it in its `witness.ts`; simulated people play it. Every day each phase of each kind comes up
 * once, however many activities there are.
 */

const NARROW_PHONE = { width: 360, height: 740 };

/** A whole workshop, three screens to a phase. */
const WALK_TIMEOUT_MS = 6 * 60_000;

/** Below it neither cards nor numbers are shown; from it on both are. */
const TOO_FEW = Math.min(K_CARDS, K_SCORES) - 1;
const ENOUGH = Math.max(K_CARDS, K_SCORES);

/** How many take part besides the phone that is looked at. */
const rooms = [
  { room: "nobody takes part", people: 0 },
  { room: "too few take part", people: TOO_FEW },
  { room: "many take part", people: ENOUGH + 3 },
] as const;

const languages = [
  { locale: "de-DE", address: "du" },
  { locale: "de-DE", address: "sie" },
  { locale: "en-GB", address: "du" },
] as const;

/** One word, as long as a card may be: nothing breaks it at a space. */
const LONG_WORD = "Anschlussgespräch".repeat(CARD_CHARACTERS_MAX);

/** What runs every day: what is easily shown wrong, and each language once. */
const EVERYDAY: ReadonlySet<string> = new Set([
  "de-DE: many take part",
  "en-GB: too few take part",
]);

/** Rooms and languages; every other one in the dark, and with the other settings of the witnesses. */
const walks = rooms.flatMap((room, row) =>
  languages.map((language, column) => ({
    ...{ ...room, ...language },
    scheme: (row + column) % 2 === 0 ? ("light" as const) : ("dark" as const),
    isEveryday: EVERYDAY.has(`${language.locale}: ${room.room}`) && language.address === "du",
  })),
);

// Each walks through a session of its own.
test.describe.configure({ mode: "parallel" });

/** What each plan shows that no plan before it does; the shortest workshop comes first. */
const inOrder = workshops.toSorted((one, other) => one.minutes - other.minutes);
const plans = [...inOrder.slice(0, 1), ...singleActivities, ...inOrder.slice(1)];
const shown = new Set<string>();
const showsMore = plans.map(({ activities }) => {
  const before = shown.size;
  for (const { key, kind, settings } of activities) {
    const ofItsKind = activities.filter((each) => each.kind === kind);
    const { phases } = kindOf(kind).instantiate(settings, { key, ofItsKind });
    for (const { name } of phases) shown.add(`${kind}/${name}`);
  }
  return shown.size > before;
});

/** The first plan is walked through in each room and language; the others in each room, languages by turns. */
const everyWalk = plans.flatMap(({ id: templateId }, at) =>
  walks.flatMap((walk, session) => {
    const row = Math.floor(session / languages.length);
    const isItsTurn = session % languages.length === (row + at) % languages.length;
    if (at > 0 && !isItsTurn) return [];
    const isEveryday = showsMore[at] && (at === 0 ? walk.isEveryday : walk.people > ENOUGH);
    return [{ ...walk, templateId, session, isEveryday }];
  }),
);

for (const walk of everyWalk) {
  const { templateId, session, room, people, locale, address, scheme, isEveryday } = walk;
  test.describe(`${templateId} in ${locale}, ${address}, ${scheme}`, () => {
    test.use({ locale, colorScheme: scheme });

    test(`every screen where ${room}`, { tag: isEveryday ? [] : ["@all"] }, async ({
      account,
      guard,
      open,
      server,
    }) => {
      test.setTimeout(WALK_TIMEOUT_MS);
      guard.tolerate(CONNECTION_LOST);
      const screens: Screens = {
        phone: await open({ viewport: NARROW_PHONE, touch: true }),
        console_: await open({ viewport: LAPTOP, storageState: account.storageState }),
        stage: await open({ viewport: PROJECTOR }),
      };
      for (const page of Object.values(screens)) await page.emulateMedia({ colorScheme: scheme });
      await walkThrough({
        ...{ server, account, screens, locale, address, templateId, people, session },
        t: texts(locale, address),
        wording: () => LONG_WORD,
        look: (step, shown) =>
          test.step(step, async () => {
            for (const page of shown) await expectGood(page, page === screens.phone);
          }),
      });
    });
  });
}

async function expectGood(page: Page, isPhone: boolean): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoTextCutOff(page);
  await expectReadable(page);
  await expectTargets(page, isPhone ? SMALLEST_TARGET.phone : SMALLEST_TARGET.desk);
  await expectAccessible(page);
  await expectReadableCharts(page);
}

/** What has its own colours: where the device chooses all, it chooses these, too, and a theme knows nothing of it. */
const OWN_COLOURS = "[data-chart]";

/** On a device with a palette of light on dark, of which axe sees only what isn't coloured by the device itself. */
async function expectReadableCharts(page: Page): Promise<void> {
  if ((await page.locator(OWN_COLOURS).count()) === 0) return;
  const isDark = await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches);
  await page.emulateMedia({ colorScheme: "dark", forcedColors: "active" });
  await expectAccessible(page, OWN_COLOURS);
  await page.emulateMedia({ colorScheme: isDark ? "dark" : "light", forcedColors: "none" });
}
