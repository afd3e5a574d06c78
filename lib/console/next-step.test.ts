import { describe, expect, it } from "vitest";
import type { FacilitatorView } from "@/lib/console/facilitator-view";
import { nextStep, reopensTo, sealedCards, startClosingDestroys } from "@/lib/console/next-step";
import { firstAidAfterANo } from "@/lib/plans/first-aid-after-a-no";
import { initialState } from "@/lib/session/state";
import { type BesideTheState, view } from "@/lib/session/view";

const plain = initialState({
  ...firstAidAfterANo,
  templateId: firstAidAfterANo.id,
  address: "du",
  language: "de",
});
const nobody: BesideTheState = {
  people: { joined: 0, away: 0, done: 0 },
  review: [],
  lateReady: null,
  notSettled: 0,
  sealed: { replies: new Map(), talkRequests: new Map(), notes: new Map() },
  door: { code: "7K3M9QTX", stageKey: "0".repeat(32) },
};

const allowsNothing = { mayBeCase: false, mayBeQuoted: false, unfair: false, tagged: false };

/** The same plan with a vote on its themes. */
const withDots = initialState({
  ...firstAidAfterANo,
  templateId: firstAidAfterANo.id,
  address: "du",
  language: "de",
  activities: firstAidAfterANo.activities.map((each) =>
    each.kind === "collect" ? { ...each, settings: { ...each.settings, dots: 3 } } : each,
  ),
});

/** The console's view of a real plan, moved to one phase by hand. */
function at(
  key: string,
  phase: string,
  change: { record?: unknown; held?: number; released?: number } = {},
  state = plain,
): FacilitatorView {
  state.current = state.activities.findIndex((run) => run.template.key === key);
  const shown = view(state, "facilitator", nobody);
  const { people, code, stage, facilitator } = shown;
  if (!people || code === undefined || !stage || !facilitator)
    throw new Error("not a facilitator's view");
  const card = (held: boolean, index: number) => [
    `${held}${index}`,
    {
      id: `${held}${index}`,
      text: "…",
      caseId: null,
      lens: null,
      notForStage: false,
      ...allowsNothing,
      batch: 0,
      held,
    },
  ];
  const review = Object.fromEntries([
    ...Array.from({ length: change.held ?? 0 }, (_, index) => card(true, index)),
    ...Array.from({ length: change.released ?? 0 }, (_, index) => card(false, index)),
  ]);
  return {
    ...shown,
    activity: { phase, clock: null, record: change.record ?? null },
    people,
    code,
    stage,
    facilitator,
    review,
    consents: {},
    replies: {},
  };
}

describe("nextStep", () => {
  it("counts the cards that the reveal shows, and arms it", () => {
    expect(nextStep(at("small-no", "review", { held: 1, released: 12 }))).toEqual({
      effect: { name: "reveal", count: 12 },
      destroys: "seal",
      heldCount: 0,
      lateWaits: false,
      command: "advance",
    });
  });

  it("closes writing without arming: nothing is destroyed", () => {
    expect(nextStep(at("small-no", "write"))?.destroys).toBe("nothing");
  });

  it("arms leaving while held cards would be deleted", () => {
    const step = nextStep(at("small-no", "cluster", { held: 2 }));
    expect(step).toMatchObject({ destroys: "held", heldCount: 2, command: "advance" });
    expect(nextStep(at("small-no", "cluster"))?.destroys).toBe("nothing");
  });

  it("arms leaving while late cards could still be shown, and says no number of them", () => {
    const ready = at("small-no", "cluster");
    ready.facilitator.late = "ready";
    expect(nextStep(ready)).toMatchObject({ destroys: "held", heldCount: 0, lateWaits: true });
    // Too few to be shown anyway: their authors were told so, and nobody learns whether there are any.
    const waiting = at("small-no", "cluster");
    waiting.facilitator.late = "waiting";
    expect(nextStep(waiting)?.destroys).toBe("nothing");
  });

  it("counts late cards under review as unshown, beside held ones", () => {
    const view = at("small-no", "cluster", { held: 1 });
    view.facilitator.late = "review";
    const card = {
      ...allowsNothing,
      ...{ text: "…", caseId: null, lens: null, notForStage: false, batch: 1, held: false },
    };
    view.review = { ...view.review, x: { ...card, id: "x" }, y: { ...card, id: "y" } };
    expect(nextStep(view)).toMatchObject({ destroys: "held", heldCount: 3 });
    const { held, late } = sealedCards(view);
    expect([Object.keys(held).length, Object.keys(late)]).toEqual([1, ["x", "y"]]);
  });

  it("arms leaving a vote's result while readings are held", () => {
    expect(nextStep(at("other-readings", "show", { held: 1 }))).toMatchObject({
      destroys: "held",
      heldCount: 1,
    });
  });

  it("goes past what is below k, and says no number", () => {
    expect(nextStep(at("small-no", "review", { record: { enough: false } }))).toMatchObject({
      effect: { name: "activity" },
      destroys: "tooFew",
      heldCount: 0,
      command: "skipActivity",
    });
  });

  it("arms the closing of votes and answers", () => {
    expect(nextStep(at("other-readings", "vote"))?.destroys).toBe("ballots");
    expect(nextStep(at("after", "ask"))?.destroys).toBe("ballots");
    // Of a first asking nothing has left the phones.
    expect(nextStep(at("before", "ask"))).toMatchObject({
      effect: { name: "activity" },
      destroys: "nothing",
    });
    expect(nextStep(at("small-no", "vote", {}, withDots))).toMatchObject({
      effect: { name: "closeVote" },
      destroys: "ballots",
    });
    expect(nextStep(at("small-no", "cluster", {}, withDots))).toMatchObject({
      effect: { name: "phase", phase: "vote" },
      destroys: "nothing",
    });
  });

  it("ends the session after the last activity", () => {
    expect(nextStep(at("close", "show"))).toMatchObject({ destroys: "session", command: "end" });
  });

  it("has nothing to offer in the lobby", () => {
    expect(nextStep({ ...at("close", "show"), planned: null, activity: null })).toBeNull();
  });
});

describe("startClosingDestroys", () => {
  it.each([
    ["welcome", "show", {}, "nothing"],
    ["before", "ask", {}, "nothing"],
    ["after", "ask", {}, "ballots"],
    ["after", "show", {}, "nothing"],
    ["small-no", "write", {}, "unshown"],
    ["small-no", "review", { released: 6 }, "unshown"],
    ["small-no", "cluster", {}, "nothing"],
    ["small-no", "cluster", { held: 1 }, "unshown"],
    ["other-readings", "choose", {}, "nothing"],
    ["other-readings", "case", {}, "nothing"],
    ["other-readings", "vote", {}, "ballots"],
    ["other-readings", "show", {}, "nothing"],
    ["if-then", "fill", {}, "nothing"],
  ] as const)("in %s, %s", (key, phase, cards, destroys) => {
    expect(startClosingDestroys(at(key, phase, cards))).toBe(destroys);
  });

  it("counts what is too few to show", () => {
    const few = at("small-no", "reveal", { record: { enough: false } });
    expect(startClosingDestroys(few)).toBe("unshown");
  });
});

describe("reopensTo", () => {
  const closing = (ready: readonly string[]) => {
    const shown = at("close", "show");
    return {
      ...shown,
      session: { ...shown.session, status: "closing" as const },
      facilitator: {
        ...shown.facilitator,
        agenda: shown.facilitator.agenda.map((entry) => ({
          ...entry,
          status: ready.includes(entry.key) ? ("ready" as const) : ("closed" as const),
        })),
      },
    };
  };

  it("leads to the first activity that was not held", () => {
    expect(reopensTo(closing(["after", "if-then"]))?.key).toBe("after");
  });

  it("leads nowhere where nothing is left, nor outside the closing", () => {
    expect(reopensTo(closing([]))).toBe(undefined);
    expect(reopensTo(at("welcome", "show"))).toBe(undefined);
  });
});
