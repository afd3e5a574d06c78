import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commitSettings } from "@/lib/activities/commit/schema";
import { givenCasesOf, reframeSettings } from "@/lib/activities/reframe/schema";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { shiftOf } from "@/lib/activities/scale/shift";
import { histogramOf } from "@/lib/activities/score-schema";
import type { SessionEvent } from "@/lib/session/events";
import { evolve } from "@/lib/session/evolve";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { initialState, K_SCORES, type SessionState } from "@/lib/session/state";
import { type SummaryFacts, summarise } from "@/lib/session/summarise";
import {
  asPlainBlocks,
  type SectionKey,
  type SummaryBar,
  type SummaryBlocks,
  sectionKeys,
  withoutSections,
} from "@/lib/summary/blocks";
import { toMarkdown } from "@/lib/summary/markdown";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

/** What people did, told without any id and in no particular order. */
const noTags = { unfair: false, tagged: false };

interface Told {
  cards: { text: string; theme: number | null; mayBeQuoted: boolean }[];
  /** Dots on each theme; null: too few voted. Left out: there was no vote. */
  dots?: number[] | null;
  readings: { text: string; votes: number; mayBeQuoted: boolean }[];
  voters: number;
  scores: { before: number | null; after: number | null }[];
  finished: number | null;
  /** How often each of the plan's steps was shared; null where fewer than k people shared one. */
  steps: number[] | null;
  safe: number[];
  useful: number[];
}

const themes = ["Schweigen", "Absage ohne Grund", "Übersehen"];
const begun = Date.UTC(2026, 10, 23, 13, 5);

/** Hex ids and an order of its own for every seed. */
function chanceOf(seed: number) {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state;
  };
  return {
    id: () => Array.from({ length: 4 }, () => next().toString(16).padStart(8, "0")).join(""),
    shuffle: <T>(items: readonly T[]): T[] =>
      items
        .map((item) => ({ item, at: next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item),
  };
}

/** An ended session in which all that was told happened. */
function endedSession(told: Told, seed: number): SessionState {
  const { id, shuffle } = chanceOf(seed);
  const state = initialState({
    ...firstAidAfterANo,
    templateId: "t",
    address: "du",
    language: "de",
  });
  const play = (event: SessionEvent) => evolve(state, event);
  const markHash = () => id() + id();
  const inside = (activity: string, event: unknown) => play({ type: "activity", activity, event });
  play({ type: "sessionOpened", at: begun - 60_000 });
  play({ type: "begun", at: begun, endsAt: begun + 1_800_000, k: state.k });
  let now = begun;
  for (const { template } of state.activities) {
    const activity = template.key;
    play({ type: "activityStarted", activity, at: now });
    if (template.kind === "collect") {
      const enough = told.cards.length >= state.k.cards;
      inside(activity, { type: "writingClosed", batch: 0, enough });
      if (enough) {
        const themeIds = shuffle(themes.map((name, index) => ({ name, index, id: id() })));
        for (const theme of themeIds) {
          inside(activity, { type: "themeNamed", themeId: theme.id, name: theme.name });
        }
        const cards = shuffle(told.cards).map((card) => ({ card, id: id(), markHash: markHash() }));
        inside(activity, {
          type: "cardsRevealed",
          batch: 0,
          cards: cards.map((each) => ({
            id: each.id,
            text: each.card.text,
            attributes: {},
            markHash: each.markHash,
          })),
          consents: Object.fromEntries(
            cards.map((each) => [
              each.id,
              { ...noTags, mayBeCase: false, mayBeQuoted: each.card.mayBeQuoted },
            ]),
          ),
        });
        for (const { card, id: cardId } of cards) {
          const theme = themeIds.find(({ index }) => index === card.theme);
          if (theme) inside(activity, { type: "cardSorted", cardId, themeId: theme.id });
        }
        if (told.dots !== undefined) {
          const dots = themeIds.flatMap(({ index, id }) => {
            const given = told.dots?.[index] ?? 0;
            return given > 0 ? [[id, given]] : [];
          });
          inside(activity, {
            type: "dotsCounted",
            dots: told.dots === null ? null : Object.fromEntries(dots),
          });
        }
      }
    }
    if (template.kind === "reframe") {
      const caseId = givenCasesOf(reframeSettings.parse(template.settings).source)[0]?.key ?? "";
      inside(activity, {
        type: "casesChosen",
        cases: [{ id: caseId, text: null, markHash: null }],
      });
      inside(activity, { type: "writingClosed", batch: 0, enough: true });
      const readings = shuffle(told.readings).map((reading) => ({ reading, id: id() }));
      inside(activity, {
        type: "cardsRevealed",
        batch: 0,
        cards: readings.map((each) => ({
          id: each.id,
          text: each.reading.text,
          attributes: { caseId, lens: null },
          markHash: markHash(),
        })),
        consents: Object.fromEntries(
          readings.map((each) => [
            each.id,
            { ...noTags, mayBeCase: false, mayBeQuoted: each.reading.mayBeQuoted },
          ]),
        ),
      });
      const shows = told.voters >= K_SCORES;
      inside(activity, {
        type: "votesCounted",
        cases: {
          [caseId]: {
            ballots: shows ? told.voters : 0,
            readings: shows
              ? Object.fromEntries(
                  readings.map((each) => [
                    each.id,
                    { votes: Math.min(each.reading.votes, told.voters), shown: told.voters },
                  ]),
                )
              : null,
          },
        },
      });
    }
    const asked = template.kind === "scale" ? scaleSettings.parse(template.settings) : null;
    if (asked && asked.pairWith !== null) {
      const pairs = shuffle(told.scores).flatMap(({ before, after }) =>
        before === null || after === null ? [] : [{ before, score: after }],
      );
      const items = Object.fromEntries(
        asked.items.map(({ key }) => [key, shiftOf(pairs, K_SCORES, false)]),
      );
      inside(activity, { type: "pairsCounted", items });
    }
    if (template.kind === "commit") {
      const { genericSteps } = commitSettings.parse(template.settings);
      const steps = Object.fromEntries(
        (told.steps ?? []).flatMap((count, index) => {
          const step = genericSteps[index];
          return step && count > 0 ? [[step.key, count]] : [];
        }),
      );
      inside(activity, {
        type: "finishedCounted",
        finished: told.finished,
        steps: told.finished === null || told.steps === null ? null : steps,
        other: 0,
      });
    }
    if (template.key === "close") {
      const spread = (scores: readonly number[]) =>
        scores.length < K_SCORES ? null : histogramOf(scores);
      inside(activity, {
        type: "checksCounted",
        totals: { safe: spread(told.safe), useful: spread(told.useful) },
      });
    }
    now += template.minutes * 60_000;
    play({ type: "activityClosed", activity, at: now, skipped: false });
  }
  play({ type: "sessionEnded", at: now });
  return state;
}

const facts: SummaryFacts = {
  language: "de",
  day: "2026-11-23",
  joined: 14,
  takeaway: "Ein Satz, der bleibt.",
  contacts: seedHelpContacts,
};

const summaryOf = (told: Told, seed = 1, more: Partial<SummaryFacts> = {}) =>
  summarise(endedSession(told, seed), { ...facts, ...more });

/** A section in words, as every file says it. */
function section(summary: SummaryBlocks, key: SectionKey) {
  return summary.sections.find((each) => each.key === key)?.blocks.flatMap(asPlainBlocks) ?? [];
}

function bars(summary: SummaryBlocks, key: SectionKey): SummaryBar[] {
  return section(summary, key).flatMap((block) => (block.type === "bars" ? block.bars : []));
}

const quiet: Told = {
  cards: [],
  readings: [],
  voters: 0,
  scores: [],
  finished: null,
  steps: null,
  safe: [],
  useful: [],
};

const score = fc.option(fc.integer({ min: 0, max: 10 }));
const text = fc.string({ minLength: 1, maxLength: 40, unit: "grapheme" });
const told: fc.Arbitrary<Told> = fc.record({
  cards: fc.array(
    fc.record({
      text,
      theme: fc.option(fc.integer({ min: 0, max: themes.length - 1 })),
      mayBeQuoted: fc.boolean(),
    }),
    { maxLength: 30 },
  ),
  dots: fc.option(fc.array(fc.nat(20), { minLength: 3, maxLength: 3 })),
  readings: fc.array(
    fc.record({ text, votes: fc.integer({ min: 0, max: 20 }), mayBeQuoted: fc.boolean() }),
    { maxLength: 12 },
  ),
  voters: fc.integer({ min: 0, max: 20 }),
  // Not fast-check's small default: the bands begin at ten pairs.
  scores: fc.array(fc.record({ before: score, after: score }), { maxLength: 30, size: "max" }),
  finished: fc.option(fc.integer({ min: K_SCORES, max: 20 })),
  steps: fc.option(fc.array(fc.nat({ max: 20 }), { maxLength: 6 })),
  safe: fc.array(fc.nat({ max: 10 }), { maxLength: 20 }),
  useful: fc.array(fc.nat({ max: 10 }), { maxLength: 20 }),
});

/** Random sessions take seconds on a busy machine. */
describe("summarise", { timeout: 60_000 }, () => {
  it("gives the same bytes whatever the ids and the order were", () => {
    fc.assert(
      fc.property(told, fc.integer(), fc.integer(), (what, one, other) => {
        const [a, b] = [summaryOf(what, one), summaryOf(what, other)];
        expect(JSON.stringify(b)).toBe(JSON.stringify(a));
        expect(toMarkdown(b)).toBe(toMarkdown(a));
      }),
    );
  });

  it("carries no id and no time of day", () => {
    fc.assert(
      fc.property(told, (what) => {
        const numbersOnly = { ...what, cards: [], readings: [] };
        const file = JSON.stringify(summaryOf(numbersOnly));
        expect(file).not.toMatch(/[0-9a-f]{32}/);
        expect(file).not.toMatch(/\b\d{1,2}:\d{2}\b/);
      }),
    );
  });

  it("merges clusters below three and never leaves fewer than three in the rest", () => {
    fc.assert(
      fc.property(told, (what) => {
        for (const { value } of bars(summaryOf({ ...what, dots: undefined }), "themes")) {
          expect(value).toBeGreaterThanOrEqual(3);
        }
      }),
    );
  });

  it("says where the dots went, also of themes too small to count, and nothing of too few voters", () => {
    const cards = Array.from({ length: 8 }, (_, at) => ({
      text: `Karte ${at}`,
      theme: at < 5 ? 0 : at < 7 ? 2 : null,
      mayBeQuoted: false,
    }));
    const dotted = (dots: number[] | null) =>
      section(summaryOf({ ...quiet, cards, dots }), "themes").slice(1);
    expect(dotted([4, 0, 9])).toEqual([
      {
        type: "bars",
        caption: "Wohin die Punkte gingen",
        bars: [
          { label: "Übersehen", value: 9, of: 9, reading: "9 Punkte" },
          { label: "Schweigen", value: 4, of: 9, reading: "4 Punkte" },
        ],
      },
    ]);
    expect(dotted(null)).toEqual([
      { type: "note", text: "Punkte von weniger als 5 Personen: werden nicht gezeigt." },
    ]);
  });

  it("names no step that fewer than three shared, nor lets it be subtracted", () => {
    fc.assert(
      fc.property(told, (what) => {
        const steps = bars(summaryOf(what), "practice");
        for (const { value } of steps) expect(value).toBeGreaterThanOrEqual(3);
        if (steps.length > 0) {
          const all = (what.steps ?? []).reduce((sum, count) => sum + count, 0);
          expect(steps.reduce((sum, { value }) => sum + value, 0)).toBe(all);
        }
      }),
    );
  });

  it("tells which steps were shared, and why it does not", () => {
    const practice = (steps: number[] | null) =>
      section(summaryOf({ ...quiet, finished: 9, steps }), "practice");
    expect(practice([4, 0, 5, 1, 2])).toContainEqual({
      type: "bars",
      caption: "Mitgeteilte Vorhaben, mehrere waren möglich",
      bars: [
        { label: "Um ein kurzes Gespräch bitten", value: 5, of: 5, reading: "5-mal" },
        { label: "Bei einer offenen Anfrage nachfassen", value: 4, of: 5, reading: "4-mal" },
        { label: "Anderes", value: 3, of: 5, reading: "3-mal" },
      ],
    });
    // One alone in "other" would be known: the smallest shown one keeps it company.
    expect(bars(summaryOf({ ...quiet, finished: 9, steps: [5, 3, 1] }), "practice")).toMatchObject([
      { value: 5 },
      { label: "Anderes", value: 4 },
    ]);
    expect(practice([1, 2, 2])).toContainEqual({
      type: "note",
      text: "Nichts wurde oft genug mitgeteilt, um es zu nennen.",
    });
    expect(practice(null)).toContainEqual({
      type: "note",
      text: "Unter 5 Personen teilten etwas mit: wird nicht gezeigt.",
    });
  });

  it("prints the process check from five answers on, each question for itself", () => {
    const process = (safe: number[], useful: number[]) =>
      section(summaryOf({ ...quiet, safe, useful }), "process");
    expect(process([8, 9, 10, 7, 8, 9], [1, 2, 3, 4])).toEqual([
      { type: "heading", text: "War es sicher genug?" },
      { type: "note", text: "0 = gar nicht, 10 = völlig" },
      {
        type: "facts",
        facts: [
          { label: "Antworten", value: "6", number: 6 },
          { label: "Mittlerer Wert", value: "9", number: 9 },
          { label: "Mittlere Hälfte", value: "8 bis 9" },
        ],
      },
      { type: "heading", text: "War es nützlich?" },
      { type: "note", text: "Unter 5 Personen: wird nicht gezeigt." },
    ]);
  });

  it("leaves out the sections that were switched off, and never the head", () => {
    fc.assert(
      fc.property(told, fc.subarray([...sectionKeys]), (what, hidden) => {
        const whole = summaryOf(what);
        const rest = withoutSections(whole, hidden);
        expect(rest.sections).toEqual(
          whole.sections.filter(({ key }) => key === "head" || !hidden.includes(key)),
        );
        for (const { key, title } of whole.sections) {
          if (key === "head" || !hidden.includes(key)) continue;
          expect(toMarkdown(rest)).not.toContain(`## ${title}\n`);
        }
      }),
    );
  });

  it("prints no direction with one or two people in it", () => {
    fc.assert(
      fc.property(told, (what) => {
        const directions = section(summaryOf(what), "shift").flatMap((block) =>
          block.type === "bars" && block.caption === "Nachher gegenüber vorher" ? block.bars : [],
        );
        for (const { value } of directions) expect(value).toBeGreaterThanOrEqual(3);
      }),
    );
  });

  it("says the same of before and after whoever answered only once", () => {
    fc.assert(
      fc.property(told, (what) => {
        const pairs = what.scores.filter(({ before, after }) => before !== null && after !== null);
        const shown = (scores: Told["scores"]) => section(summaryOf({ ...what, scores }), "shift");
        expect(shown(what.scores)).toEqual(shown(pairs));
        const hasBands = bars(summaryOf(what), "shift").some(({ label }) => label === "4 bis 6");
        if (hasBands) expect(pairs.length).toBeGreaterThanOrEqual(10);
      }),
    );
  });

  it("quotes only what was allowed, five at most", () => {
    fc.assert(
      fc.property(told, (what) => {
        const allowed = what.cards.filter((card) => card.mayBeQuoted).map((card) => card.text);
        for (const block of section(summaryOf(what), "quotes")) {
          if (block.type !== "quotes") continue;
          expect(block.quotes.length).toBeLessThanOrEqual(5);
          for (const quote of block.quotes) expect(allowed).toContain(quote);
        }
        const allowedReadings = what.readings.filter((each) => each.mayBeQuoted);
        for (const { label } of bars(summaryOf(what), "cases")) {
          expect(allowedReadings.some((each) => each.text === label)).toBe(true);
        }
      }),
    );
  });

  it("prints a case with the views that may be quoted, and the votes of the others in one line", () => {
    const reading = (text: string, votes: number, mayBeQuoted = true) => ({
      text,
      votes,
      mayBeQuoted,
    });
    const readings = [reading("Urlaub", 5), reading("Umbau", 3, false), reading("Post", 2, false)];
    const file = toMarkdown(summaryOf({ ...quiet, voters: 6, readings }));
    expect(file).toContain("Urlaub (5 von 6, die es sahen)");
    expect(file.match(/nicht zum Zitieren freigegeben/g)).toHaveLength(1);
    expect(file).toContain(
      "2 Sichtweisen sind nicht zum Zitieren freigegeben: 3 von 6, die es sahen · 2 von 6, die es sahen.",
    );
    expect(file).not.toContain("Umbau");
  });

  it("tells themes that were too small from none at all", () => {
    const cards = Array.from({ length: 5 }, (_, index) => ({
      text: `Karte ${index}`,
      theme: index < 4 ? index % 2 : null,
      mayBeQuoted: false,
    }));
    const noteOf = (what: Told) => section(summaryOf(what), "themes");
    expect(noteOf({ ...quiet, cards })).toEqual([
      {
        type: "note",
        text: "Die Themen sind zu klein, um sie hier zu zählen: Einzelne Karten wären zu erkennen.",
      },
    ]);
    expect(noteOf({ ...quiet, cards: cards.map((each) => ({ ...each, theme: null })) })).toEqual([
      { type: "note", text: "Es wurden keine Themen gebildet." },
    ]);
  });

  it("says why a section is empty instead of leaving it out", () => {
    const few: Told = {
      ...quiet,
      cards: Array.from({ length: 4 }, () => ({ text: "geheim", theme: 0, mayBeQuoted: true })),
      voters: 4,
      scores: Array.from({ length: 4 }, () => ({ before: 9, after: 2 })),
    };
    const summary = summaryOf(few, 1, { joined: 4 });
    const file = toMarkdown(summary);
    expect(file).not.toContain("geheim");
    expect(file).toContain("Personen: weniger als 5");
    expect(section(summary, "themes")).toEqual([
      { type: "note", text: "Unter 5 Beiträge: wird nicht gezeigt." },
    ]);
    expect(section(summary, "quotes")).toEqual([
      { type: "note", text: "Unter 5 Beiträge: wird nicht gezeigt." },
    ]);
    expect(bars(summary, "shift")).toEqual([]);
    expect(section(summary, "practice")[0]).toEqual({
      type: "note",
      text: "Unter 5 Personen: wird nicht gezeigt.",
    });
  });

  it("follows the table of paired numbers", () => {
    const people = (n: number, change: (at: number) => number): Told => ({
      ...quiet,
      scores: Array.from({ length: n }, (_, at) => {
        const before = at % 2 === 0 ? 8 : 2;
        return { before, after: before + change(at) };
      }),
    });
    const half = (at: number): number => (at % 2 === 0 ? -2 : 1);
    const shown = (n: number, change = half) =>
      JSON.stringify(section(summaryOf(people(n, change)), "shift"));
    expect(shown(4)).not.toContain("Mittlerer Wert vorher");
    expect(shown(6)).toContain("Mittlerer Wert vorher");
    expect(shown(6)).toContain("niedriger");
    expect(shown(9)).not.toContain("0 bis 3");
    expect(shown(10)).toContain("0 bis 3");
    // Nobody was in the middle before, nobody above it afterwards: these are one band.
    expect(shown(10)).toContain("4 bis 10");
    expect(shown(19)).not.toContain("Konfidenz");
    expect(shown(20)).toContain(
      "Mittlere Änderung \u22120,5 (95-%-Konfidenzintervall \u22121,2 bis 0,2)",
    );
    expect(shown(8, () => -1)).toContain("Alle Paare änderten sich gleich");
    expect(shown(8, () => -1)).not.toContain("Mittlerer Wert vorher");
    expect(shown(8, (at) => (at === 0 ? 1 : -1))).toContain("wird nicht gezeigt: Einzelne");
  });

  it("keeps sections in the order in which they are handed on, in both languages", () => {
    for (const language of ["de", "en"] as const) {
      expect(summaryOf(quiet, 1, { language }).sections.map(({ key }) => key)).toEqual([
        "head",
        "takeaway",
        "themes",
        "quotes",
        "cases",
        "shift",
        "practice",
        "process",
        "agenda",
        "method",
      ]);
    }
  });

  it("names the file after workshop and day", () => {
    expect(summaryOf(quiet).fileName).toBe("aufwind-erste-hilfe-nach-einem-nein-2026-11-23");
  });
});
