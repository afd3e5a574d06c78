import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { seedHelpContacts } from "@/lib/session/help-contacts";
import { positionOf } from "@/lib/session/state";
import { summarise } from "@/lib/session/summarise";
import {
  createMemorySession,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { advanceTo, hex, perform } from "@/lib/testing/session-driver";

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
  return run?.instance.hands()[0]?.key ?? "";
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
});
