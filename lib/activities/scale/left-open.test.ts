import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleRecord } from "@/lib/activities/scale/record";
import { type ItemTotals, scaleSettings } from "@/lib/activities/scale/schema";
import { shownTotals } from "@/lib/activities/scale/shown-totals";
import { isWide, WIDE_FROM } from "@/lib/activities/scale/spread";
import { histogramOf } from "@/lib/activities/score-schema";
import type { SessionPlan } from "@/lib/session/plan";
import { K_SCORES } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import { createMemorySession, type MemorySession } from "@/lib/testing/memory-session";
import { advanceTo, deviceOf } from "@/lib/testing/session-driver";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";
import { planAround } from "@/lib/workshops/single-activity";

/** Questions that can be left open: what their results tell, and what they don't (decision 0063). */

const KEY = tenRequests.activity.key;
const GUESS = "guess";
const LIVED = "experience";

const planOf = (ready: ReadyActivity): SessionPlan => {
  const { id: templateId, title, purpose, minutes, activities } = planAround(ready);
  return {
    ...{ templateId, title, purpose, minutes, activities: [...activities] },
    ...{ address: "du", language: "de" },
  };
};

/** What one person answers to both questions; null: left open. */
interface Person {
  guess: number | null;
  lived: number | null;
}

type Scores = { item: string; score: number | null; before: null }[];

function asking(): MemorySession {
  const session = createMemorySession(planOf(tenRequests), 7);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, KEY, "ask");
  return session;
}

const cast = (session: MemorySession, device: number, scores: Scores, revision = 1) =>
  session.send(deviceOf(device), {
    type: "activity",
    activity: KEY,
    command: { type: "castScores", revision, scores },
  });

const both = ({ guess, lived }: Person): Scores => [
  { item: GUESS, score: guess, before: null },
  { item: LIVED, score: lived, before: null },
];

function held(people: readonly Person[]): MemorySession {
  const session = asking();
  for (const [device, person] of people.entries()) cast(session, device, both(person));
  advanceTo(session, KEY, "show");
  return session;
}

const totalsIn = (session: MemorySession): Record<string, ItemTotals> =>
  scaleRecord.parse(session.view("participant").activity?.record).totals ?? {};

/** All that anybody gets of it: views, log and summary. */
function everything(session: MemorySession): string {
  const views = (["participant", "stage", "facilitator"] as const).map((audience) => {
    const { activity, planned } = session.view(audience);
    return { activity, planned };
  });
  const log = JSON.stringify(session.log);
  session.send("facilitator", { type: "end" });
  const facts = { day: "2026-11-26", joined: 0, takeaway: "", contacts: [] };
  const summary = summarise(session.state, { ...facts, language: "de" });
  return JSON.stringify([views, log, summary]);
}

const someone = fc.record({
  guess: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 9 }),
  lived: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 3 }),
});

const ROOMS = [2, 3, 5, 7, 13, 61];

describe.each(ROOMS)("in a room of %i", (size) => {
  const room = fc.array(someone, { minLength: size, maxLength: size });
  const runs = { numRuns: size > 20 ? 15 : 40 };

  it("each question is shown by itself, from k scores on, with no word of who left it open (P189)", () => {
    fc.assert(
      fc.property(room, (people) => {
        const session = held(people);
        const given = {
          [GUESS]: people.flatMap(({ guess }) => guess ?? []),
          [LIVED]: people.flatMap(({ lived }) => lived ?? []),
        };
        for (const [item, scores] of Object.entries(given)) {
          const isShown = scores.length >= K_SCORES;
          expect(totalsIn(session)[item]).toEqual({
            n: isShown ? scores.length : 0,
            counts: isShown ? histogramOf(scores) : null,
          });
        }
        expect(session.sealedBallots(KEY)).toEqual([]);
      }),
      runs,
    );
  });

  it("it makes no difference who left a question open, nor what they said to the other one", () => {
    fc.assert(
      unlinked(room, (people) => everything(held(people))),
      runs,
    );
  });
});

/** Exchanging the answers to one question among people changes nothing of what is told. */
const unlinked = <Told>(room: fc.Arbitrary<Person[]>, tell: (people: readonly Person[]) => Told) =>
  fc.property(room, fc.infiniteStream(fc.nat()), (people, order) => {
    const lived = people
      .map((person) => ({ person, at: order.next().value }))
      .sort((one, other) => one.at - other.at)
      .map(({ person }) => person.lived);
    const exchanged = people.map(({ guess }, at) => ({ guess, lived: lived[at] ?? null }));
    expect(tell(exchanged)).toEqual(tell(people));
  });

it("a result that counted only whoever answered both would be caught by that", () => {
  const linked = (people: readonly Person[]) =>
    histogramOf(
      people.flatMap(({ guess, lived }) => (guess === null || lived === null ? [] : [guess])),
    );
  const room = fc.array(someone, { minLength: 7, maxLength: 7 });
  expect(fc.check(unlinked(room, linked)).failed).toBe(true);
});

describe("what a phone hands in", () => {
  it("has a row for each question, scored or left open (P188)", () => {
    const session = asking();
    cast(session, 0, both({ guess: 4, lived: 2 }));
    cast(session, 1, both({ guess: 4, lived: null }));
    const slots = session.sealedBallots(KEY).map(({ slot }) => slot);
    expect(slots.sort()).toEqual([LIVED, LIVED, GUESS, GUESS]);
  });

  it("is a ballot with one score alone, too", () => {
    const session = asking();
    expect(cast(session, 0, both({ guess: 4, lived: null }).slice(0, 1))).toMatchObject({
      ok: true,
    });
  });

  it("leaves nothing of a score that somebody took back (P190)", () => {
    const session = asking();
    const people = Array.from({ length: K_SCORES }, () => ({ guess: 4, lived: 3 }));
    for (const [device, person] of people.entries()) cast(session, device, both(person));
    const taken = both({ guess: 4, lived: null });
    expect(cast(session, 0, taken, 2)).toMatchObject({ ok: true });
    expect(JSON.stringify(session.sealedBallots(KEY)).match(/"score":3/g)).toHaveLength(
      K_SCORES - 1,
    );
    advanceTo(session, KEY, "show");
    expect(totalsIn(session)[LIVED]).toEqual({ n: 0, counts: null });
    expect(totalsIn(session)[GUESS]?.n).toBe(K_SCORES);
  });

  it("is refused at a second asking that leaves something open: of a measure only pairs count", () => {
    const session = createMemorySession(planOf(stepOutside), 7);
    session.send("facilitator", { type: "begin", endsAt: null });
    advanceTo(session, "near-after", "ask");
    const answer = session.send(deviceOf(0), {
      type: "activity",
      activity: "near-after",
      command: {
        type: "castScores",
        revision: 1,
        scores: [{ item: "near", score: null, before: 4 }],
      },
    });
    expect(answer).toMatchObject({ ok: false, code: "bad-input" });
    expect(session.sealedBallots("near-after")).toEqual([]);
  });
});

describe("two questions on one axis", () => {
  const settings = scaleSettings.parse(tenRequests.activity.settings);
  const totals = (n: number, scores: readonly number[] | null): ItemTotals => ({
    n,
    counts: scores && histogramOf(scores),
  });
  const close = [3, 3, 3, 4, 4];
  const wide = [0, 1, 5, 9, 10];

  it("stand over each other, also where one was answered by too few", () => {
    const { overlay, single } = shownTotals(settings, {
      guess: totals(5, close),
      experience: totals(0, null),
    });
    expect(single).toEqual([]);
    expect(overlay?.upper.counts).toEqual(histogramOf(close));
    expect(overlay?.lower.counts).toBeNull();
    const none = { guess: totals(0, null), experience: totals(0, null) };
    expect(shownTotals(settings, none).overlay).toBeNull();
  });

  it("have a third one by itself", () => {
    const items = [...settings.items, { ...settings.items[0], key: "third" }];
    const three = scaleSettings.parse({ ...settings, items });
    const { overlay, single } = shownTotals(three, {
      guess: totals(5, close),
      experience: totals(5, close),
      third: totals(5, wide),
    });
    expect(overlay).not.toBeNull();
    expect(single.map(({ item }) => item.key)).toEqual(["third"]);
  });

  it("say so where what was lived spreads widely, and only then", () => {
    const saidOf = (guess: readonly number[], lived: readonly number[]) =>
      shownTotals(settings, { guess: totals(5, guess), experience: totals(5, lived) }).overlay
        ?.wide;
    expect(saidOf(close, wide)).toEqual(settings.overlay?.wide);
    expect(saidOf(wide, close)).toBeNull();
  });
});

describe("a wide spread", () => {
  it("is one whose middle half is four steps or wider, whoever is far out", () => {
    expect(isWide(histogramOf([2, 2, 2, 6, 6, 6]))).toBe(true);
    expect(isWide(histogramOf([2, 2, 2, 5, 5, 5]))).toBe(false);
    expect(isWide(histogramOf([4, 4, 4, 4, 4, 4, 4, 0, 10]))).toBe(false);
  });

  it("leaves no score from which a quarter of the answers isn't two steps or more away", () => {
    const scores = fc.array(fc.integer({ min: 0, max: 10 }), { minLength: K_SCORES });
    fc.assert(
      fc.property(scores, fc.integer({ min: 0, max: 10 }), (all, named) => {
        fc.pre(isWide(histogramOf(all)));
        const away = all.filter((each) => Math.abs(each - named) >= WIDE_FROM / 2);
        expect(away.length).toBeGreaterThanOrEqual(Math.floor(all.length / 4));
      }),
    );
  });
});
