import { describe, expect, it } from "vitest";
import {
  followingPhase,
  nextStep,
  reopensTo,
  type Sight,
  startClosingDestroys,
} from "@/lib/console/next-step";
import { allowsNothing, at, withDots } from "@/lib/console/view-for-tests";
import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { sealedCards } from "@/lib/ui/console/sealed-cards";

/** The next step of somebody who has read all cards and shown all pages. */
const step = (shown: FacilitatorView, sight: Partial<Sight> = {}) =>
  nextStep(shown, {
    covered: false,
    read: new Set(Object.keys(shown.review)),
    stage: { pages: 1, unseen: null },
    ...sight,
  });

describe("nextStep", () => {
  it("counts the cards that the reveal shows, and arms it", () => {
    expect(step(at("small-no", "review", { held: 1, released: 12 }))).toEqual({
      effect: { name: "reveal", count: 12 },
      destroys: "seal",
      heldCount: 0,
      lateWaits: false,
      command: "advance",
    });
  });

  it("lets nothing that shows cards arm while they are covered or unread (P121)", () => {
    for (const [key, phase] of [
      ["small-no", "review"],
      ["other-readings", "review"],
    ] as const) {
      const shown = at(key, phase, { held: 1, released: 3, record: { enough: true } });
      expect(step(shown, { covered: true })).toMatchObject({
        effect: { name: "read", covered: true, unread: 0 },
        destroys: "nothing",
        command: null,
      });
      expect(step(shown, { read: new Set(["false0"]) })).toMatchObject({
        effect: { name: "read", covered: false, unread: 2 },
        command: null,
      });
      // Held ones are not shown, so they need not be read once more.
      const released = new Set(["false0", "false1", "false2"]);
      expect(step(shown, { read: released })).toMatchObject({ destroys: "seal" });
    }
  });

  it("goes on without reading where there is nothing to show, or it stays unshown", () => {
    const held = at("small-no", "review", { held: 2 });
    expect(step(held, { covered: true })?.effect).toEqual({ name: "reveal", count: 0 });
    const tooFew = at("small-no", "review", { tooFew: true });
    expect(step(tooFew, { covered: true })?.destroys).toBe("tooFew");
    expect(step(at("small-no", "write"), { covered: true })?.effect.name).toBe("closeWriting");
  });

  it("turns the stage's pages first, until the room has seen them all (P122)", () => {
    const shown = at("small-no", "reveal", { record: { enough: true } });
    expect(step(shown, { stage: { pages: 3, unseen: 1 } })).toMatchObject({
      effect: { name: "page", page: 2, pages: 3 },
      destroys: "nothing",
      command: "turnPage",
    });
    expect(step(shown, { stage: { pages: 3, unseen: null } })?.command).toBe("advance");
  });

  it("closes writing without arming: nothing is destroyed", () => {
    expect(step(at("small-no", "write"))?.destroys).toBe("nothing");
  });

  it("arms leaving while held cards would be deleted", () => {
    expect(step(at("small-no", "cluster", { held: 2 }))).toMatchObject({
      destroys: "held",
      heldCount: 2,
      command: "advance",
    });
    expect(step(at("small-no", "cluster"))?.destroys).toBe("nothing");
  });

  it("arms leaving while late cards could still be shown, and says no number of them", () => {
    const ready = at("small-no", "cluster");
    ready.facilitator.late = "ready";
    expect(step(ready)).toMatchObject({ destroys: "held", heldCount: 0, lateWaits: true });
    // Too few to be shown anyway: their authors were told so, and nobody learns whether there are any.
    const waiting = at("small-no", "cluster");
    waiting.facilitator.late = "waiting";
    expect(step(waiting)?.destroys).toBe("nothing");
  });

  it("counts late cards under review as unshown, beside held ones", () => {
    const view = at("small-no", "cluster", { held: 1 });
    view.facilitator.late = "review";
    const card = {
      ...allowsNothing,
      ...{ text: "…", attributes: {}, notForStage: false, batch: 1, held: false },
    };
    view.review = { ...view.review, x: { ...card, id: "x" }, y: { ...card, id: "y" } };
    expect(step(view)).toMatchObject({ destroys: "held", heldCount: 3 });
    const { held, late } = sealedCards(view);
    expect([Object.keys(held).length, Object.keys(late)]).toEqual([1, ["x", "y"]]);
  });

  it("arms leaving a vote's result while readings are held", () => {
    expect(step(at("other-readings", "show", { held: 1 }))).toMatchObject({
      destroys: "held",
      heldCount: 1,
    });
  });

  it("goes past what is below k, and says no number", () => {
    expect(step(at("small-no", "review", { tooFew: true }))).toMatchObject({
      effect: { name: "activity" },
      destroys: "tooFew",
      heldCount: 0,
      command: "skipActivity",
    });
  });

  it("arms the closing of votes and answers", () => {
    expect(step(at("other-readings", "vote"))?.destroys).toBe("ballots");
    expect(step(at("after", "ask"))?.destroys).toBe("ballots");
    // Of a first asking nothing has left the phones.
    expect(step(at("before", "ask"))).toMatchObject({
      effect: { name: "activity" },
      destroys: "nothing",
    });
    expect(step(at("small-no", "vote", {}, withDots))).toMatchObject({
      effect: { name: "closeVote" },
      destroys: "ballots",
    });
    expect(step(at("small-no", "cluster", {}, withDots))).toMatchObject({
      effect: { name: "phase", kind: "collect", phase: "vote" },
      destroys: "nothing",
    });
  });

  it("ends the session after the last activity", () => {
    expect(step(at("close", "show"))).toMatchObject({ destroys: "session", command: "end" });
  });

  it("has nothing to offer in the lobby", () => {
    expect(step({ ...at("close", "show"), planned: null, activity: null })).toBeNull();
  });
});

describe("followingPhase", () => {
  const [entry] = at("small-no", "write").facilitator.agenda.filter(
    ({ key }) => key === "small-no",
  );

  it("has its minutes from the plan, and none after the last", () => {
    if (!entry) throw new Error("The plan has no such activity");
    expect(followingPhase(entry, "write")).toEqual({ name: "review", minutes: expect.any(Number) });
    expect(followingPhase(entry, "cluster")).toBeUndefined();
    // Of an earlier release, which this one has no more.
    expect(followingPhase(entry, "sketch")).toBeUndefined();
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
    const few = at("small-no", "reveal", { tooFew: true });
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
