import { describe, expect, it } from "vitest";
import { offersAid } from "@/lib/console/aid-offer";
import { facilitatorView } from "@/lib/session/facilitator-view";
import { positionOf } from "@/lib/session/state";
import { createMemorySession, plannedWorkshop } from "@/lib/testing/memory-session";
import { advanceTo } from "@/lib/testing/session-driver";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

const MINUTE = 60_000;

function writing(people: { joined: number; away: number; done: number }) {
  const session = createMemorySession(plannedWorkshop(), 1);
  session.send("facilitator", { type: "begin", endsAt: null });
  advanceTo(session, "small-no", "write");
  const view = facilitatorView(session.view("facilitator"));
  if (!view) throw new Error("This is no facilitator's view");
  return { session, view: { ...view, people } };
}

const planned = firstAidAfterANo.activities.find(({ key }) => key === "small-no");
const whole = (planned?.phaseMinutes?.write ?? 0) * MINUTE;

describe("offersAid", () => {
  it("waits for half time, and for fewer than four in ten who are done (P128)", () => {
    const { session, view } = writing({ joined: 10, away: 0, done: 3 });
    expect(offersAid(view, session.now)).toBe(false);
    expect(offersAid(view, session.now + whole / 2 - 1)).toBe(false);
    expect(offersAid(view, session.now + whole / 2)).toBe(true);
    const later = session.now + whole;
    expect(offersAid(writing({ joined: 10, away: 0, done: 4 }).view, later)).toBe(false);
    // Who has put their phone away is not waited for.
    expect(offersAid(writing({ joined: 10, away: 5, done: 3 }).view, later)).toBe(false);
    expect(offersAid(writing({ joined: 0, away: 0, done: 0 }).view, later)).toBe(false);
  });

  it("has something to offer where cards are written, and nowhere else", () => {
    const { session } = writing({ joined: 1, away: 0, done: 0 });
    const names = () => session.view("facilitator").facilitator?.aids.names;
    expect(names()).toEqual(["starters", "pairs", "case"]);
    advanceTo(session, "small-no", "review");
    expect(names()).toEqual([]);
    advanceTo(session, "other-readings", "write");
    expect(names()).toEqual(["starters", "pairs"]);
  });
});

describe("an aid", () => {
  it("stands on every screen until it is taken away or the phase ends, and only where it is one (P128)", () => {
    const { session } = writing({ joined: 1, away: 0, done: 0 });
    const show = (aid: "starters" | "pairs" | "case" | null) =>
      session.send("facilitator", { type: "showAid", aid, from: positionOf(session.state) });
    const seen = () =>
      (["participant", "stage", "facilitator"] as const).map(
        (audience) => session.view(audience).aid?.name,
      );
    expect(show("case").ok).toBe(true);
    expect(seen()).toEqual(["case", "case", "case"]);
    expect(show(null).ok).toBe(true);
    expect(seen()).toEqual([undefined, undefined, undefined]);
    show("starters");
    expect(session.replayed().aid).toBe("starters");
    advanceTo(session, "small-no", "review");
    expect(seen()).toEqual([undefined, undefined, undefined]);
    expect(show("pairs")).toEqual({ ok: false, code: "wrong-phase" });
  });
});
