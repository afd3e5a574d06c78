import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { comeTooOften } from "@/attack/anonymity/often";

const FIVE_SECONDS_MS = 5_000;

/** What a busy machine makes of counts: how much more than five seconds they lie apart, and how long each is held back, ms. */
const busy = fc.array(
  fc.record({
    more: fc.integer({ min: 0, max: 20_000 }),
    heldBack: fc.integer({ min: 0, max: 30_000 }),
  }),
  { minLength: 1, maxLength: 40 },
);

/** When frames tell these counts: each when it is held back no longer, with all that were counted by then. */
function framesOf(counts: readonly { at: number; heldBack: number }[]): number[] {
  let told = Number.NEGATIVE_INFINITY;
  return counts
    .map(({ at, heldBack }) => at + heldBack)
    .sort((a, b) => a - b)
    .filter((frame) => {
      const isNew = counts.some(({ at }) => at > told && at <= frame);
      if (isNew) told = frame;
      return isNew;
    });
}

describe("progress that comes too often", () => {
  test("is not what is counted every five seconds, however long it is held back", () => {
    fc.assert(
      fc.property(busy, (steps) => {
        let at = 0;
        const counts = steps.map(({ more, heldBack }) => {
          at += FIVE_SECONDS_MS + more;
          return { at, heldBack };
        });
        expect(comeTooOften(framesOf(counts))).toBe(false);
      }),
      { numRuns: 500 },
    );
    // The first of them two seconds late, as the adversary's own runs saw it.
    expect(comeTooOften([7_000, 10_000, 15_000])).toBe(false);
  });

  test("is what comes with each of three people, in whatever order the frames are listed", () => {
    for (const times of [
      [0, 200, 400],
      [400, 0, 200],
      [20_000, 40_000, 60_000, 60_010, 60_020],
    ]) {
      expect(comeTooOften(times)).toBe(true);
    }
  });

  test("is what is counted only a little too often, in a phase of some minutes", () => {
    const every = (ms: number) => Array.from({ length: 30 }, (_, count) => count * ms);
    for (const ms of [500, 2_500, 4_000, 4_700]) expect(comeTooOften(every(ms))).toBe(true);
    expect(comeTooOften(every(FIVE_SECONDS_MS))).toBe(false);
  });
});
