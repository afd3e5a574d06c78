import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { earlierOf, positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import {
  createMemorySession,
  hashOf,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import {
  advanceTo,
  caseOf,
  deviceOf,
  hex,
  markOf,
  perform,
  secretOf,
  textOf,
} from "@/lib/testing/session-driver";

/** Asked once, so that its result is one of totals. */
const plan = plannedWorkshop((activity) =>
  activity.kind !== "scale"
    ? [activity]
    : activity.key === "before"
      ? [{ ...activity, settings: { ...activity.settings, pairWith: null, summary: "aggregate" } }]
      : [],
);
const ACTIVITY = "before";
const K = 5;

const count = (counts: Record<string, number>, question = itemOf()) => ({
  ...{ type: "countHands" as const, activity: ACTIVITY },
  ...{ question, counts },
});

function itemOf(): string {
  const session = createMemorySession(plan, 205);
  const run = session.state.activities.find(({ template }) => template.key === ACTIVITY);
  return run?.instance.hands(earlierOf(session.state))[0]?.key ?? "";
}

/** A room at the question that `phones` have answered and, if there are any, `hands` were counted for. */
function asked(phones: number, hands: Record<string, number> = {}): MemorySession {
  const session = createMemorySession(plan, 205);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, ACTIVITY, "ask");
  for (let device = 0; device < phones; device += 1) {
    perform(session, { do: "score", device, score: device % 3 });
  }
  if (Object.keys(hands).length > 0) {
    expect(session.send("facilitator", count(hands))).toMatchObject({ ok: true });
  }
  return session;
}

const show = (session: MemorySession) => {
  session.send("facilitator", { type: "advance", from: positionOf(session.state) });
  return session;
};

function summaryOf(session: MemorySession): string {
  session.send("facilitator", { type: "end" });
  const facts = { language: "de" as const, day: "2026-11-23", joined: 9, takeaway: "" };
  return JSON.stringify(summarise(session.state, { ...facts, contacts: seedHelpContacts }));
}

describe("P205 hands", () => {
  /** Fails where what the room is shown of phones depends on how many hands were up. */
  const phonesStandApart = (
    raise: (phones: number, hands: Record<string, number>) => MemorySession,
  ) =>
    fc.assert(
      fc.property(
        fc.nat({ max: 7 }),
        fc.dictionary(fc.constantFrom("0", "3", "7", "10"), fc.nat({ max: 9 })),
        (phones, hands) => {
          const recordOf = (session: MemorySession) =>
            show(session).view("participant").activity?.record;
          expect(recordOf(raise(phones, hands))).toEqual(recordOf(asked(phones)));
        },
      ),
      { numRuns: 40, seed: 205 },
    );

  it("change nothing of what phones gave, whatever is counted", () => {
    phonesStandApart(asked);
  });

  it("would change it if they were added: the control", () => {
    const added = (phones: number, hands: Record<string, number>) => {
      const session = asked(phones);
      const scores = Object.entries(hands).flatMap(([score, n]) =>
        Array<number>(n).fill(Number(score)),
      );
      for (const [at, score] of scores.entries()) {
        perform(session, { do: "score", device: 100 + at, score });
      }
      return session;
    };
    expect(() => phonesStandApart(added)).toThrow();
  });

  it("are shown with the result and not before, to facilitators while they count", () => {
    const session = asked(K, { "7": 2, "8": 0 });
    for (const audience of ["participant", "stage"] as const) {
      expect(session.view(audience).hands).toBeUndefined();
    }
    const counting = session.view("facilitator").hands?.[0]?.options ?? [];
    expect(counting).toHaveLength(11);
    show(session);
    const seen = session.view("participant").hands;
    expect(seen?.[0]?.options).toEqual([{ key: "7", label: "7", count: 2 }]);
    expect(session.view("stage").hands).toEqual(seen);
    expect(session.replayed().activities.flatMap(({ hands }) => [...hands])).toEqual(
      session.state.activities.flatMap(({ hands }) => [...hands]),
    );
  });

  it("are refused where nothing is asked, to questions and answers there are not, and to participants", () => {
    const session = asked(0);
    expect(session.send("facilitator", count({ "11": 1 }))).toMatchObject({ code: "not-allowed" });
    expect(session.send("facilitator", count({}, "none"))).toMatchObject({ code: "not-allowed" });
    expect(session.send({ device: hex(1) }, count({ "7": 1 }))).toMatchObject({
      code: "not-allowed",
    });
    advanceTo(session, "small-no", "write");
    expect(session.send("facilitator", count({ "7": 1 }))).toMatchObject({ code: "wrong-phase" });
  });

  it("are in the summary from k hands on, told apart, and of fewer that they are not shown", () => {
    const enough = show(asked(K, { "7": 4, "8": 1 }));
    advanceTo(enough, "small-no", "write");
    expect(summaryOf(enough)).toContain("7: 4 Hände");
    const few = show(asked(K, { "7": 4 }));
    advanceTo(few, "small-no", "write");
    const told = summaryOf(few);
    expect(told).toContain("Unter 5 Händen");
    expect(told).not.toContain("4 Hände");
  });

  it("bring nobody's words into the summary that were not cleared for quoting", () => {
    for (const mayBeQuoted of [true, false]) {
      const { session, texts } = votedByHand(mayBeQuoted);
      const told = summaryOf(session);
      expect(texts.map((text) => told.includes(text))).toEqual(texts.map(() => mayBeQuoted));
      expect(told).toContain(mayBeQuoted ? `${texts[0]}: 2 Hände` : "6 Hände");
    }
  });

  it("stand in the summary in an order that no random id is read from", () => {
    const rowsOf = (seed: number) =>
      summaryOf(votedByHand(true, seed).session).match(/«[^»]*»: 2 Hände/g);
    const first = rowsOf(1);
    expect(first).toHaveLength(3);
    for (let seed = 2; seed < 12; seed += 1) expect(rowsOf(seed)).toEqual(first);
  });

  it("are left out where the plan keeps the activity out of the summary, also beside another's", () => {
    const [question] = plan.activities.filter(({ key }) => key === ACTIVITY);
    if (!question) throw new Error("The plan asks nothing");
    const kept = (summary: "none" | "aggregate") => {
      const silent = { ...question, key: "silent", settings: { ...question.settings, summary } };
      const session = createMemorySession(
        { ...plan, activities: [silent, ...plan.activities] },
        205,
      );
      session.send("facilitator", { type: "begin", endsAt: null });
      advanceTo(session, "silent", "ask");
      session.send("facilitator", { ...count({ "9": 7 }), activity: "silent" });
      advanceTo(session, "small-no", "write");
      return summaryOf(session);
    };
    expect(kept("aggregate")).toContain("9: 7 Hände");
    expect(kept("none")).not.toContain("7 Hände");
  });
});

/** Readings of a case, three of which got two hands each. */
function votedByHand(mayBeQuoted: boolean, seed = 205) {
  const session = createMemorySession(plannedWorkshop(), seed);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "other-readings", "write");
  for (let device = 0; device < K; device += 1) {
    const step = { do: "write", device };
    session.send(deviceOf(device), {
      type: "activity",
      activity: "other-readings",
      command: {
        ...{ type: "submitCard", edit: secretOf(session, step), revision: 1, mayBeQuoted },
        ...{ markHash: hashOf(markOf(session, step)), text: textOf(session, step) },
        ...{ notForStage: false, attributes: { caseId: caseOf(session), lens: null } },
      },
    });
  }
  advanceTo(session, "other-readings", "vote");
  const [asked] = session.view("facilitator").hands ?? [];
  const three = [...(asked?.options ?? [])]
    .sort((a, b) => (String(a.label) < String(b.label) ? -1 : 1))
    .slice(0, 3);
  const counts = Object.fromEntries(three.map(({ key }) => [key, 2]));
  const hands = { type: "countHands" as const, activity: "other-readings", counts };
  expect(session.send("facilitator", { ...hands, question: asked?.key ?? "" }).ok).toBe(true);
  advanceTo(session, "other-readings", "show");
  advanceTo(session, "if-then", "fill");
  return { session, texts: three.map(({ label }) => String(label)) };
}
