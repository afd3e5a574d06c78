import { describe, expect, it } from "vitest";
import {
  ARMED_MS,
  type Arming,
  atRest,
  type PressAnswer,
  pressed,
  SECOND_PRESS_MS,
  SETTLE_MS,
  standsAlone,
} from "@/lib/ui/arming";

const CHANGED = 10_000;

/** What each of these presses did, the clock being the test's. */
function answers(
  presses: readonly { at: number; clicks?: number; isRepeat?: boolean }[],
  start: Arming = atRest(CHANGED),
): PressAnswer[] {
  let arming = start;
  return presses.map(({ at, clicks = 1, isRepeat = false }) => {
    const next = pressed(arming, { at, clicks, isRepeat });
    arming = next.arming;
    return next.answer;
  });
}

const settled = CHANGED + SETTLE_MS;

describe("what has to be pressed twice", () => {
  it("arms at the first press and acts at the second", () => {
    expect(answers([{ at: settled }, { at: settled + SECOND_PRESS_MS }])).toEqual([
      "armed",
      "confirmed",
    ]);
  });

  it("does not even arm within two seconds of a change (P120)", () => {
    expect(answers([{ at: CHANGED }, { at: settled - 1 }, { at: settled }])).toEqual([
      "unsettled",
      "unsettled",
      "armed",
    ]);
  });

  it("takes no second press before 600 ms have passed (P120)", () => {
    expect(answers([{ at: settled }, { at: settled + SECOND_PRESS_MS - 1 }])).toEqual([
      "armed",
      "tooQuick",
    ]);
  });

  it("lets a burst of presses end before one of them counts", () => {
    const burst = Array.from({ length: 20 }, (_, index) => ({ at: settled + index * 150 }));
    expect(answers(burst).filter((answer) => answer === "confirmed")).toEqual([]);
    const after = { at: settled + 19 * 150 + SECOND_PRESS_MS };
    expect(answers([...burst, after]).at(-1)).toBe("confirmed");
  });

  it("takes no half of a double click for the second press, however slow a click may be there (P120)", () => {
    expect(answers([{ at: settled }, { at: settled + 900, clicks: 2 }])).toEqual([
      "armed",
      "tooQuick",
    ]);
  });

  it("hears nothing from a key that is held down (P120)", () => {
    const held = Array.from({ length: 60 }, (_, index) => ({
      at: settled + 500 + index * 100,
      isRepeat: true,
    }));
    expect(new Set(answers([{ at: settled }, ...held]).slice(1))).toEqual(new Set(["held"]));
  });

  it("has to be armed anew once the five seconds are over", () => {
    expect(answers([{ at: settled }, { at: settled + ARMED_MS }])).toEqual(["armed", "armed"]);
  });

  it("forgets that it was armed when what it does changes", () => {
    const { arming } = pressed(atRest(CHANGED), { at: settled, clicks: 1, isRepeat: false });
    const changed = { ...arming, changedAt: settled + 700 };
    expect(answers([{ at: settled + 800 }, { at: settled + 700 + SETTLE_MS }], changed)).toEqual([
      "unsettled",
      "armed",
    ]);
  });
});

describe("what acts at one press", () => {
  it("takes the first press of a double click or a burst, and the next one after a pause (P120)", () => {
    let before = Number.NEGATIVE_INFINITY;
    const taken = [0, 200, 400, 700, 700 + SECOND_PRESS_MS].map((at) => {
      const alone = standsAlone(before, { at, clicks: 1 });
      before = at;
      return alone;
    });
    expect(taken).toEqual([true, false, false, false, true]);
    expect(standsAlone(0, { at: 60_000, clicks: 2 })).toBe(false);
  });
});
