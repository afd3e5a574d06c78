import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownBands } from "@/lib/activities/scale/shift-bands";

const band = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("shownBands", () => {
  it("leaves bands as they are where three people are in each", () => {
    expect(shownBands({ before: [3, 4, 5], after: [5, 4, 3] })).toEqual({
      ranges: [
        { low: 0, high: 3 },
        { low: 4, high: 6 },
        { low: 7, high: 10 },
      ],
      before: [3, 4, 5],
      after: [5, 4, 3],
    });
  });

  it("divides both askings alike where one of them has a small band", () => {
    expect(shownBands({ before: [1, 4, 7], after: [4, 5, 3] })).toEqual({
      ranges: [
        { low: 0, high: 6 },
        { low: 7, high: 10 },
      ],
      before: [5, 7],
      after: [9, 3],
    });
  });

  it("says nothing where one band would be left, or where there are none", () => {
    expect(shownBands({ before: [0, 2, 10], after: [10, 2, 0] })).toBeNull();
    expect(shownBands(null)).toBeNull();
  });

  it("shows all pairs at both askings, in bands of three at least, without a gap", () => {
    fc.assert(
      fc.property(band, band, (before, after) => {
        const shown = shownBands({ before, after });
        if (shown === null) return;
        const { ranges } = shown;
        expect(total(shown.before)).toBe(total(before));
        expect(total(shown.after)).toBe(total(after));
        expect(Math.min(...shown.before, ...shown.after)).toBeGreaterThanOrEqual(3);
        expect(ranges[0]?.low).toBe(0);
        expect(ranges.at(-1)?.high).toBe(10);
        for (const [at, { low }] of ranges.entries()) {
          if (at > 0) expect(low).toBe((ranges[at - 1]?.high ?? 0) + 1);
        }
      }),
    );
  });
});
