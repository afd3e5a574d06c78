import type { Page } from "@playwright/test";
import { chanceOf, seeded } from "@/attack/random";
import { pressedIn } from "@/attack/witnesses";
import { boardSettings } from "@/lib/activities/board/schema";
import { demoNotes } from "@/lib/activities/board/simulated-texts";
import { collectSettings } from "@/lib/activities/collect/schema";
import { textsFor } from "@/lib/activities/collect/simulated-texts";
import { commitSettings } from "@/lib/activities/commit/schema";
import { stepsOf } from "@/lib/activities/commit/steps";
import { reframeSettings } from "@/lib/activities/reframe/schema";
import { roleplaySettings } from "@/lib/activities/roleplay/schema";
import { scaleSettings } from "@/lib/activities/scale/schema";
import type { Chance } from "@/lib/activities/simulation";
import { sortSettings } from "@/lib/activities/sort/schema";
import { K_CARDS, K_SCORES } from "@/lib/session/state";
import type { Words } from "@/lib/words";
import { readyActivities } from "@/lib/workshops/activities/registry";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { randomId } from "@/server/rooms/chance";
import type { LiveClient } from "@/server/simulated/live-client";
import { joinAsPhone } from "@/server/simulated/phone";
import { type Account, expect, test, texts } from "./fixtures";
import type { Product } from "./product";
import type { Texts } from "./texts";
import { connectRemote, goOn, inLocale } from "./workshop";

/**
 * Each strategy, from where it is found to what its summary showed: one session of its own
 * for each, opened by hand, played by simulated people, in all languages by turns. With the list reporter
 * the runs print one table.
 */

/** Enough that places which a few people chose are told apart, and below three nobody. */
const PEOPLE = 10;

/** Opening, playing and reading one session. */
const SESSION_TIMEOUT_MS = 3 * 60_000;

const languages = [
  { locale: "de-DE", address: "du" },
  { locale: "de-DE", address: "sie" },
  { locale: "en-GB", address: "du" },
] as const;

/** What the summary has to show of a strategy: in this section, one of these at least. */
interface Shown {
  section:
    | "themes"
    | "quotes"
    | "cases"
    | "ratings"
    | "shift"
    | "shares"
    | "practice"
    | "perspectives";
  oneOf: readonly string[];
}

interface Telling {
  ready: ReadyActivity;
  t: Texts;
  say: (words: Words) => string;
}

/** What the facilitator calls the one theme of these rooms. */
const THEME = "Anfragen ins Leere";

/** What the facilitator writes down that the room would ask. */
const QUESTION = "Woran lag es?";

const ofTheme = { section: "themes", oneOf: [THEME] } as const;

const quotes = ({ ready, say }: Telling): Shown => ({
  section: "quotes",
  oneOf: textsFor(collectSettings.parse(ready.activity.settings)).map(say),
});

const ratings = ({ ready, say }: Telling): Shown[] =>
  scaleSettings
    .parse(ready.activity.settings)
    .items.map(({ prompt }) => ({ section: "ratings", oneOf: [say(prompt)] }));

const practice = ({ ready, say }: Telling): Shown => ({
  section: "practice",
  oneOf: stepsOf(commitSettings.parse(ready.activity.settings)).map(({ label }) => say(label)),
});

/** By strategy, null for what opens the topic, in the order of the table: the activity, and what remains of it. */
const rows: readonly {
  strategy: number | null;
  key: string;
  remains: (telling: Telling) => readonly Shown[];
}[] = [
  { strategy: null, key: "small-no", remains: (telling) => [ofTheme, quotes(telling)] },
  { strategy: 1, key: "ten-requests", remains: ratings },
  {
    strategy: 2,
    key: "whose-share",
    remains: ({ ready, say }) => {
      const { layout } = sortSettings.parse(ready.activity.settings);
      const buckets = layout.type === "buckets" ? layout.buckets : [];
      return [{ section: "shares", oneOf: buckets.map(({ name }) => say(name)) }];
    },
  },
  { strategy: 3, key: "blameless-look-back", remains: (telling) => [ofTheme, quotes(telling)] },
  {
    strategy: 4,
    key: "talk-to-yourself",
    remains: ({ ready, t, say }) => {
      const criterion = say(reframeSettings.parse(ready.activity.settings).criterion);
      return [
        { section: "cases", oneOf: [t("kinds.reframe.summary.criterion", { criterion })] },
        { section: "cases", oneOf: [say(ready.activity.title)] },
      ];
    },
  },
  { strategy: 5, key: "if-then", remains: (telling) => [practice(telling)] },
  {
    strategy: 6,
    key: "three-heads",
    remains: ({ ready, say }) => {
      const { source } = roleplaySettings.parse(ready.activity.settings);
      const help = source.from === "own" ? source.help : [];
      return [{ section: "perspectives", oneOf: help.map(({ label }) => say(label)) }];
    },
  },
  {
    strategy: 7,
    key: "other-chairs",
    // Of talking nothing remains but what the facilitator has chosen from the sheets.
    remains: ({ t }) => [{ section: "perspectives", oneOf: [t("kinds.roleplay.common.pad.ask")] }],
  },
  {
    strategy: 8,
    key: "step-outside",
    remains: ({ ready, say }) => {
      const { items } = scaleSettings.parse(ready.around?.after.settings);
      return items.map(({ prompt }) => ({ section: "shift", oneOf: [say(prompt)] }));
    },
  },
  {
    strategy: 9,
    key: "right-goal",
    remains: ({ ready, say }) => {
      const { layout, decisions } = sortSettings.parse(ready.activity.settings);
      return [
        { section: "shares", oneOf: layout.type === "grid" ? [say(layout.across.high)] : [] },
        { section: "shares", oneOf: (decisions ?? []).map(({ label }) => say(label)) },
      ];
    },
  },
  { strategy: 10, key: "went-well-elsewhere", remains: (telling) => [practice(telling)] },
  {
    strategy: 11,
    key: "specifically-seen",
    remains: (telling) => {
      const { zones } = boardSettings.parse(telling.ready.activity.settings);
      const named = zones.map(({ name }) => telling.say(name));
      const notes = { section: "quotes", oneOf: demoNotes.map(telling.say) } as const;
      return [{ section: "themes", oneOf: named }, ofTheme, notes];
    },
  },
  { strategy: 12, key: "contact-mix", remains: ratings },
  {
    strategy: 13,
    key: "gap-map",
    remains: ({ ready, say }) => {
      const { layout } = sortSettings.parse(ready.activity.settings);
      return [{ section: "shares", oneOf: layout.type === "grid" ? [say(layout.up.low)] : [] }];
    },
  },
  { strategy: 14, key: "four-weeks", remains: (telling) => [practice(telling)] },
];

// Each holds a session of its own.
test.describe.configure({ mode: "parallel" });

for (const [at, { strategy, key, remains }] of rows.entries()) {
  const { locale, address } = languages[at % languages.length] ?? languages[0];
  test.describe(`in ${locale}, ${address}`, () => {
    test.use({ locale });

    test(`${strategy ?? "every"} strategy: ${key}, from the catalogue to its summary`, {
      tag: "@all",
    }, async ({ account, facilitator: page, server }) => {
      test.setTimeout(SESSION_TIMEOUT_MS);
      const t = texts(locale, address);
      const say = (words: Words) => inLocale(words, locale, address);
      const ready = readyActivities.find(({ activity }) => activity.key === key);
      if (!ready) throw new Error(`There is no activity ${key}`);
      expect(ready.strategy).toBe(strategy);

      // The pages around a session say du.
      const session = await openFromCatalogue(page, texts(locale), { ready, locale, address });
      await hold(server, account, session);

      await page.getByRole("link", { name: t("sessions.summary") }).click();
      await expect(page.getByRole("article")).toBeVisible();
      const told: string[] = [];
      for (const { section, oneOf } of remains({ ready, t, say })) {
        const title = t(`summary.${section}`);
        const printed = page.getByRole("article").getByRole("region", { name: title });
        await expect(printed).toContainText(new RegExp(oneOf.map(escaped).join("|"), "u"));
        for (const why of withheld(t)) await expect(printed).not.toContainText(why);
        const text = (await printed.textContent()) ?? "";
        told.push(`${title}: ${oneOf.find((each) => text.includes(each))}`);
      }
      const method = page.getByRole("region", { name: t("summary.method") });
      for (const source of ready.activity.sources) await expect(method).toContainText(source);
      const cells = [strategy ?? "–", say(ready.activity.title), ready.activity.kind, PEOPLE];
      const spoken = locale === "en-GB" ? "en" : address;
      process.stdout.write(`| ${[...cells, spoken, told.join("; ")].join(" | ")} |\n`);
    });
  });
}

/** By presses alone, from "My sessions" to the console of a session of its own; returns that session's id. */
async function openFromCatalogue(
  page: Page,
  t: Texts,
  { ready, locale, address }: { ready: ReadyActivity; locale: string; address: "du" | "sie" },
): Promise<string> {
  await page.getByRole("link", { name: t("sessions.toActivities") }).click();
  const title = inLocale(ready.activity.title, locale);
  await page.getByRole("link", { name: title, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const form = t(address === "sie" ? "sessions.addressSie" : "sessions.addressDu");
  await page.getByRole("radio", { name: form, exact: true }).check();
  await page.getByRole("button", { name: t("sessions.open"), exact: true }).click();
  await page.waitForURL(/\/sessions\/[0-9a-f]{32}$/);
  return page.url().split("/").at(-1) ?? "";
}

/** The same in each run: now and then a room is so much alike that nothing may be told of it. */
const decidedBy = (number: number): Chance => ({ ...chanceOf(seeded(number)), secret: randomId });

/** Everybody joins, does what people do in each phase, and the session ends. */
async function hold(server: Product, account: Account, session: string): Promise<void> {
  const remote = await connectRemote(server.baseURL, session, account.storageState.cookies);
  const people = await Promise.all(
    Array.from({ length: PEOPLE }, (_, number) =>
      joinAsPhone(server.baseURL, session, number, { chance: decidedBy(number) }),
    ),
  );
  try {
    expect(await remote.send({ type: "begin", endsAt: null })).toEqual({ ok: true });
    await remote.until(({ planned }) => planned);
    const chance = chanceOf(seeded(1));
    do {
      const { planned, activity } = remote.view ?? {};
      const isHere = (view: LiveClient["view"]) =>
        view?.planned?.key === planned?.key && view?.activity?.phase === activity?.phase;
      await Promise.all(people.map(({ client }) => client.until(isHere)));
      const isSorting = activity?.phase === "cluster" || activity?.phase === "group";
      if (isSorting) await sortIntoOneTheme(remote);
      else if (activity?.phase === "guessKnowAsk") {
        await remote.act({ type: "showRows", rows: { guess: [], know: [], ask: [QUESTION] } });
      } else for (const command of pressedIn(remote.view, chance)) await remote.act(command);
      await Promise.all(people.map((person) => person.takePart()));
    } while (await goOn(remote));
    expect(await remote.send({ type: "end" })).toEqual({ ok: true });
  } finally {
    for (const client of [remote, ...people]) client.close();
  }
}

/** All cards belong together here. */
async function sortIntoOneTheme(remote: LiveClient): Promise<void> {
  const themeId = "7".repeat(32);
  const board = boardSettings.safeParse(remote.view?.planned?.settings);
  const zone = board.success ? { zone: board.data.zones[0]?.key } : {};
  const added = await remote.act({ type: "addTheme", themeId, name: THEME, ...zone });
  expect(added).toEqual({ ok: true });
  for (const { id } of Object.values(remote.view?.cards ?? {})) {
    expect(await remote.act({ type: "sortCard", cardId: id, themeId })).toEqual({ ok: true });
  }
}

/** What a section says where it has a heading and no result. */
const withheld = (t: Texts): readonly string[] => [
  t("summary.nothing"),
  t("summary.suppressed", { k: K_CARDS }),
  t("summary.suppressedPeople", { k: K_SCORES }),
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
