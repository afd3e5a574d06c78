import type { Page } from "@playwright/test";
import { wholeWorkshop } from "@/attack/whole-workshop";
import { CARD_CHARACTERS_MAX } from "@/lib/activities/card-schema";
import { kindOf } from "@/lib/activities/kinds";
import { phaseWords } from "@/lib/activities/screens";
import type { SessionPlan } from "@/lib/session/plan";
import { K_CARDS, K_SCORES } from "@/lib/session/state";
import { withoutReferences } from "@/lib/session/without-references";
import { workshops } from "@/lib/workshops/registry";
import { singleActivities } from "@/lib/workshops/single-activity";
import { expectNoTextCutOff, expectReadable, expectTargets, SMALLEST_TARGET } from "./accessible";
import {
  type Account,
  CONNECTION_LOST,
  expect,
  expectAccessible,
  expectNoSidewaysScroll,
  LAPTOP,
  type OpenOptions,
  PHONE,
  PROJECTOR,
  SMALLEST,
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
const MANY = Math.max(K_CARDS, K_SCORES) + 3;

/** How many take part besides the phone that is looked at. */
const rooms = [
  { room: "nobody takes part", people: 0 },
  { room: "too few take part", people: TOO_FEW },
  { room: "many take part", people: MANY },
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

/** The shortest workshop comes first, and is walked through in each room and language; the others in each room, languages by turns. */
const [shortest, ...longer] = workshops.toSorted((one, other) => one.minutes - other.minutes);
if (!shortest) throw new Error("There is no workshop");
const others = [...singleActivities, ...longer];
const everyWalk = [shortest, ...others].flatMap(({ id: templateId }, at) =>
  walks.flatMap((walk, session) => {
    const row = Math.floor(session / languages.length);
    const isItsTurn = session % languages.length === (row + at) % languages.length;
    if (at > 0 && !isItsTurn) return [];
    return [{ ...walk, templateId, session, isEveryday: at === 0 && walk.isEveryday }];
  }),
);

type Activities = SessionPlan["activities"];

/** The screens of an activity, each with the first of its phases: the rounds of a step are called and look the same. */
function screensOf(activity: Activities[number], all: Activities) {
  const screens = new Map<string, string>();
  for (const [phase, screen] of phasesOf(activity, all)) {
    if (!screens.has(screen)) screens.set(screen, phase);
  }
  return screens;
}

/** The phases of an activity, each with what its screen is called. */
function phasesOf({ key, kind, settings }: Activities[number], all: Activities) {
  const ofItsKind = all.filter((each) => each.kind === kind);
  const { phases } = kindOf(kind).instantiate(settings, { key, ofItsKind });
  return phases.map(({ name }) => [name, `${kind}: ${phaseWords(kind, name, settings)}`] as const);
}

const allScreensOf = (activities: Activities): string[] =>
  activities.flatMap((each) => [...screensOf(each, activities).keys()]);

const { activities: inShortest } = shortest;
const everyday = everyWalk.filter(({ isEveryday }) => isEveryday);
const screensIn = (some: typeof everyWalk) =>
  new Set(some.flatMap(({ session }) => allScreensOf(wholeWorkshop(inShortest, session))));

/** What every day shows already: the shortest workshop, with its settings of those walks. */
const shown = screensIn(everyday);

/** What the walk with many shows every day. What people are asked is the same however few they are. */
const shownByMany = screensIn(everyday.filter(({ people }) => people === MANY));

/** The steps of another walk through the shortest workshop that have these screens. */
function shownByManyIn(session: number): ReadonlySet<string> {
  const held = wholeWorkshop(inShortest, session);
  return new Set(
    held.flatMap((each) =>
      phasesOf(each, held).flatMap(([phase, screen]) =>
        shownByMany.has(screen) ? [`${each.key}/${phase}`] : [],
      ),
    ),
  );
}

/** Every other screen once a day, languages by turns: the activities that show them, out of whichever plans, in a session for each language. */
const gathered = languages.map((language, session) => ({
  ...{ ...language, session, activities: [] as Activities[number][], steps: new Set<string>() },
  scheme: session % 2 === 0 ? ("light" as const) : ("dark" as const),
}));
for (const activity of others.flatMap(({ activities }) => activities.map(withoutReferences))) {
  const [into] = gathered
    .filter(({ activities }) => activities.every(({ key }) => key !== activity.key))
    .toSorted((one, other) => one.steps.size - other.steps.size);
  if (!into) continue;
  const held = wholeWorkshop([activity], into.session);
  const screens = held.flatMap((each) => [...screensOf(each, held)]);
  const fresh = screens.filter(([screen]) => !shown.has(screen));
  if (fresh.length > 0) into.activities.push(activity);
  for (const [screen, phase] of fresh) {
    shown.add(screen);
    into.steps.add(`${activity.key}/${phase}`);
  }
}

test("every screen that a plan shows is looked at every day", () => {
  const all = [shortest, ...others].flatMap(({ activities }) => allScreensOf(activities));
  expect(all.filter((name) => !shown.has(name))).toEqual([]);
});

for (const { locale, address, scheme, session, activities, steps } of gathered) {
  test.describe(`what other plans have, in ${locale}, ${address}, ${scheme}`, () => {
    test.use({ locale, colorScheme: scheme });

    test("every other screen, and the summary", async ({ account, guard, open, server }) => {
      test.setTimeout(WALK_TIMEOUT_MS);
      guard.tolerate(CONNECTION_LOST);
      const screens = await openScreens(open, account, scheme);
      const looked = new Set<string>();
      await walkThrough({
        ...{ server, account, screens, locale, address, session, people: MANY },
        ...{ templateId: shortest.id, activities: between(shortest.activities, activities) },
        t: texts(locale, address),
        wording: () => LONG_WORD,
        async look(step, pages) {
          if (step !== "summary" && !steps.has(step)) return;
          looked.add(step);
          await expectAllGood(step, pages, screens.phone);
        },
      });
      expect(looked).toEqual(new Set([...steps, "summary"]));
    });
  });
}

/** These between welcome and closing of a plan. */
const between = (around: Activities, held: Activities): Activities => [
  ...around.slice(0, 1),
  ...held,
  ...around.slice(-1),
];

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
      const repeated = isEveryday && people < MANY ? shownByManyIn(session) : new Set<string>();
      const screens = await openScreens(open, account, scheme);
      await walkThrough({
        ...{ server, account, screens, locale, address, templateId, people, session },
        t: texts(locale, address),
        wording: () => LONG_WORD,
        async look(step, pages, isAsked) {
          if (isAsked && repeated.has(step)) return;
          await expectAllGood(step, pages, screens.phone);
          if (!isEveryday && pages.includes(screens.console_)) await expectForFingers(screens);
        },
      });
    });
  });
}

async function openScreens(
  open: (options?: OpenOptions) => Promise<Page>,
  account: Account,
  colorScheme: "light" | "dark",
): Promise<Screens> {
  const screens = {
    phone: await open({ viewport: NARROW_PHONE, touch: true }),
    console_: await open({ viewport: LAPTOP, storageState: account.storageState }),
    stage: await open({ viewport: PROJECTOR }),
  };
  for (const page of Object.values(screens)) await page.emulateMedia({ colorScheme });
  return screens;
}

const expectAllGood = (step: string, pages: readonly Page[], phone: Page): Promise<void> =>
  test.step(step, async () => {
    for (const page of pages) await expectGood(page, page === phone);
  });

async function expectGood(page: Page, isPhone: boolean): Promise<void> {
  await expectNoSidewaysScroll(page);
  await expectNoTextCutOff(page);
  await expectReadable(page);
  await expectTargets(page, isPhone ? SMALLEST_TARGET.phone : SMALLEST_TARGET.desk);
  await expectAccessible(page);
  await expectReadableCharts(page);
}

/** The console on a phone, as the remote control that it is there. */
async function expectForFingers({ console_ }: Screens): Promise<void> {
  for (const viewport of [PHONE, SMALLEST]) {
    await console_.setViewportSize(viewport);
    await expectNoSidewaysScroll(console_);
    await expectTargets(console_, SMALLEST_TARGET.phone);
  }
  await console_.setViewportSize(LAPTOP);
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
