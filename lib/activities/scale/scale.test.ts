import fc from "fast-check";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import { askingOf } from "@/lib/activities/scale/asking";
import { scaleRecord } from "@/lib/activities/scale/record";
import { scaleSettings } from "@/lib/activities/scale/schema";
import { shiftOf } from "@/lib/activities/scale/shift";
import { LOCALES, type Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { evolve } from "@/lib/session/evolve";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { K_SCORES } from "@/lib/session/state";
import { readEvent } from "@/lib/session/stored";
import {
  createMemorySession,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { advanceTo, deviceOf, plan } from "@/lib/testing/session-driver";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { shiftItems } from "@/lib/workshops/parts/measure";

const items = shiftItems.map(({ key }) => key);

function begun(of = plan): MemorySession {
  const session = createMemorySession(of, 7);
  session.send("facilitator", { type: "begin", endsAt: null });
  return session;
}

const cast = (
  session: MemorySession,
  activity: string,
  device: number,
  { score, before = null }: { score: number; before?: number | null },
) =>
  session.send(deviceOf(device), {
    type: "activity",
    activity,
    command: {
      type: "castScores",
      revision: 1,
      scores: items.map((item) => ({ item, score, before })),
    },
  });

const recordOf = (session: MemorySession) =>
  scaleRecord.parse(session.view("participant").activity?.record);

const loggedTypes = ({ log }: MemorySession, activity: string): string[] =>
  log.flatMap((event) =>
    event.type === "activity" && event.activity === activity ? ["inside"] : [],
  );

describe("a measure that is taken twice", () => {
  it("a first asking takes nothing, and leaves nothing in log, rows or views (P95)", () => {
    const session = begun();
    advanceTo(session, "before", "ask");
    for (let device = 0; device < 6; device += 1) {
      expect(cast(session, "before", device, { score: device })).toMatchObject({
        ok: false,
        code: "not-allowed",
      });
    }
    expect(session.sealedBallots("before")).toEqual([]);
    session.send("facilitator", { type: "advance", from: { activity: "before", phase: "ask" } });
    // There is nothing to show: the next activity begins.
    expect(session.view("stage").planned?.key).toBe("small-no");
    expect(loggedTypes(session, "before")).toEqual([]);
  });

  it("a second asking takes pairs, and no answer without a partner (P96)", () => {
    const session = begun();
    advanceTo(session, "after", "ask");
    expect(cast(session, "after", 0, { score: 3 })).toMatchObject({ ok: false, code: "bad-input" });
    expect(session.sealedBallots("after")).toEqual([]);
    for (let device = 0; device < 5; device += 1) {
      expect(cast(session, "after", device, { score: 3, before: 4 + device })).toMatchObject({
        ok: true,
      });
    }
    advanceTo(session, "after", "show");
    expect(recordOf(session)).toMatchObject({ asking: "second", totals: null });
    expect(recordOf(session).shifts?.[items[0] ?? ""]).toMatchObject({ n: 5 });
    expect(session.sealedBallots("after")).toEqual([]);
  });

  it("shows nothing of four pairs", () => {
    const session = begun();
    advanceTo(session, "after", "ask");
    for (let device = 0; device < 4; device += 1) {
      cast(session, "after", device, { score: 3, before: 4 + device });
    }
    advanceTo(session, "after", "show");
    expect(Object.values(recordOf(session).shifts ?? {})).toEqual(items.map(() => null));
  });

  it("counts pairs also where the closing comes before they were shown", () => {
    const session = begun();
    advanceTo(session, "after", "ask");
    for (let device = 0; device < 5; device += 1) {
      cast(session, "after", device, { score: 3, before: 4 + device });
    }
    session.send("facilitator", {
      type: "startClosing",
      from: { activity: "after", phase: "ask" },
    });
    expect(loggedTypes(session, "after")).toEqual(["inside"]);
  });
});

describe("a scale that is asked once", () => {
  const alone = plannedWorkshop((activity) => {
    if (activity.key === "after") return [];
    return [activity];
  });

  it("a scale that is asked once shows its scores from five on, none below", () => {
    for (const people of [4, 5]) {
      const session = begun(alone);
      advanceTo(session, "before", "ask");
      for (let device = 0; device < people; device += 1) {
        expect(cast(session, "before", device, { score: 9 })).toMatchObject({ ok: true });
      }
      expect(recordOf(session).totals).toBeNull();
      advanceTo(session, "before", "show");
      const shown = recordOf(session).totals?.[items[0] ?? ""];
      expect(shown?.n).toBe(people < 5 ? 0 : people);
      expect(shown?.counts?.[9] ?? 0).toBe(people < 5 ? 0 : people);
    }
  });
});

describe("which asking it is", () => {
  const scale = (key: string, pairWith: string | null): ActivityTemplate[] =>
    firstAidAfterANo.activities.flatMap((activity) =>
      activity.kind === "scale" && activity.key === "before"
        ? [{ ...activity, key, settings: { ...activity.settings, pairWith } }]
        : [],
    );

  const asking = (activities: readonly ActivityTemplate[], key: string) =>
    askingOf({
      key,
      ofItsKind: activities
        .filter(({ kind }) => kind === "scale")
        .map((each) => ({ key: each.key, settings: scaleSettings.parse(each.settings) })),
    });

  it("follows from the plan", () => {
    expect(asking(plan.activities, "before")).toBe("first");
    expect(asking(plan.activities, "after")).toBe("second");
    expect(asking(scale("alone", null), "alone")).toBe("once");
  });

  it("is never a second result beside which another could be subtracted", () => {
    const thrice = [...scale("a", null), ...scale("b", "a"), ...scale("c", "a")];
    expect(["a", "b", "c"].map((key) => asking(thrice, key))).toEqual(["first", "second", "first"]);
    const chain = [...scale("a", null), ...scale("b", "a"), ...scale("c", "b")];
    expect(["a", "b", "c"].map((key) => asking(chain, key))).toEqual(["first", "first", "second"]);
  });
});

describe("what is told of pairs", () => {
  const score = fc.integer({ min: 0, max: 10 });
  const pairs = fc.array(fc.record({ before: score, score }), { maxLength: 30, size: "max" });

  it("follows the table of their number", () => {
    fc.assert(
      fc.property(pairs, fc.boolean(), (all, wasFirstShown) => {
        const shift = shiftOf(all, K_SCORES, wasFirstShown);
        expect(shift === null).toBe(all.length < 5);
        if (shift === null) return;
        const { n, directions, medians, bands, mean } = shift;
        expect(n).toBe(all.length);
        for (const { count } of directions ?? []) expect(count).toBeGreaterThanOrEqual(3);
        const moves = new Set(all.map((pair) => Math.sign(pair.score - pair.before)));
        expect(directions === null).toBe(moves.size === 1);
        if (directions === null || wasFirstShown) {
          expect([medians, bands, mean]).toEqual([null, null, null]);
          return;
        }
        expect(medians).not.toBeNull();
        // From ten on they may still be too small to be told.
        if (n < 10) expect(bands).toBeNull();
        expect(mean === null).toBe(n < 20);
      }),
    );
  });
});

describe("a session of which release 1 has counted the first asking", () => {
  const FIRST = [0, 0, 0, 2, 0, 1, 2, 1, 1, 2, 1];
  const change = [0, 0, 0, 0, 0, 0, 0, 2, 2, 2, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0];
  /** As it stands in a log. */
  const counted = (activity: string, paired: unknown) => ({
    type: "activity",
    activity,
    event: {
      type: "scoresCounted",
      items: Object.fromEntries(items.map((key) => [key, { n: 10, counts: FIRST, paired }])),
    },
  });
  const recorded: unknown[] = [
    { type: "begun", at: 0, endsAt: 1, k: { cards: 5, scores: 5 } },
    { type: "activityStarted", activity: "before", at: 0 },
    { type: "phaseStarted", activity: "before", phase: "ask", clock: null },
    { type: "phaseStarted", activity: "before", phase: "show", clock: null },
    counted("before", null),
  ];
  const play = (session: MemorySession, events: readonly unknown[]) => {
    for (const event of events) evolve(session.state, readEvent(event, session.state));
    return session;
  };

  it("shows nothing of it any more, and leads on from where it was", () => {
    const session = play(createMemorySession(plan, 7), recorded);
    expect(recordOf(session)).toEqual({ asking: "first", totals: null, shifts: null });
    const from = { activity: "before", phase: "show" };
    expect(session.send("facilitator", { type: "advance", from })).toMatchObject({ ok: true });
    expect(session.view("stage").planned?.key).toBe("small-no");
  });

  it("shows of the second only which way its pairs moved", () => {
    const session = play(createMemorySession(plan, 7), [
      ...recorded,
      { type: "activityClosed", activity: "before", at: 1, skipped: false },
      { type: "activityStarted", activity: "after", at: 1 },
      { type: "phaseStarted", activity: "after", phase: "show", clock: null },
      counted("after", { n: 10, before: FIRST, after: FIRST, change }),
    ]);
    const { totals, shifts } = recordOf(session);
    expect(totals).toBeNull();
    expect(shifts?.[items[0] ?? ""]).toEqual({
      n: 10,
      directions: [
        { parts: [0], count: 6 },
        { parts: [1, 2], count: 4 },
      ],
      medians: null,
      bands: null,
      mean: null,
    });
  });

  it("has its second asking told by directions alone, too, where that comes after the update", () => {
    const session = play(createMemorySession(plan, 7), recorded);
    advanceTo(session, "after", "ask");
    for (let device = 0; device < 12; device += 1) {
      cast(session, "after", device, { score: 3, before: device % 7 });
    }
    advanceTo(session, "after", "show");
    expect(recordOf(session).shifts?.[items[0] ?? ""]).toMatchObject({ n: 12, medians: null });
  });
});

it("writes a median with the comma of German, the point of English", () => {
  const median = (locale: Locale) => {
    const messages = messagesFor(locale, "du");
    const t = createTranslator({ locale, messages, namespace: "kinds.scale.console" });
    return t("median", { value: 4.5 });
  };
  expect(LOCALES.map(median)).toEqual(["Mittlerer Wert 4,5", "Median 4.5"]);
});
