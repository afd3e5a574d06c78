import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scaleEvent, shift } from "@/lib/activities/scale/schema";
import { shiftOf } from "@/lib/activities/scale/shift";
import { mergedBands } from "@/lib/activities/scale/shift-bands";
import { scaleUpcasts } from "@/lib/activities/scale/upcasts";
import { K_SCORES } from "@/lib/session/state";
import { upcast } from "@/lib/upcast";

const band = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));
const total = (counts: readonly number[]) => counts.reduce((sum, count) => sum + count, 0);

describe("mergedBands", () => {
  it("leaves bands as they are where three people are in each", () => {
    expect(mergedBands([3, 4, 5], [5, 4, 3])).toEqual([
      { low: 0, high: 3, before: 3, after: 5 },
      { low: 4, high: 6, before: 4, after: 4 },
      { low: 7, high: 10, before: 5, after: 3 },
    ]);
  });

  it("divides both askings alike where one of them has a small band", () => {
    expect(mergedBands([1, 4, 7], [4, 5, 3])).toEqual([
      { low: 0, high: 6, before: 5, after: 9 },
      { low: 7, high: 10, before: 7, after: 3 },
    ]);
  });

  it("says nothing where one band would be left", () => {
    expect(mergedBands([0, 2, 10], [10, 2, 0])).toBeNull();
  });

  it("has all pairs at both askings, in bands of three at least, without a gap", () => {
    fc.assert(
      fc.property(band, band, (before, after) => {
        const bands = mergedBands(before, after);
        if (bands === null) return;
        expect(total(bands.map((each) => each.before))).toBe(total(before));
        expect(total(bands.map((each) => each.after))).toBe(total(after));
        for (const each of bands) expect(Math.min(each.before, each.after)).toBeGreaterThan(2);
        expect(bands[0]?.low).toBe(0);
        expect(bands.at(-1)?.high).toBe(10);
        for (const [at, { low }] of bands.entries()) {
          if (at > 0) expect(low).toBe((bands[at - 1]?.high ?? 0) + 1);
        }
      }),
    );
  });
});

const score = fc.integer({ min: 0, max: 10 });
const manyPairs = fc.array(fc.record({ before: score, score }), {
  minLength: 10,
  maxLength: 40,
  size: "max",
});

/** Every number of people within bands or directions, wherever it stands. */
const CELLS = /"(?:before|after|count)":(\d+)/g;
const smallestCell = (told: unknown): number =>
  Math.min(...[...JSON.stringify(told).matchAll(CELLS)].map(([, count]) => Number(count)), 99);

describe("what is stored and sent of a shift", () => {
  it("holds no cell of one or two, whatever was answered", () => {
    fc.assert(
      fc.property(manyPairs, (pairs) => {
        const told = shiftOf(pairs, K_SCORES, false);
        if (told === null) throw new Error("Enough pairs for a shift");
        // The medians are scores and no numbers of people.
        expect(smallestCell({ ...told, medians: null })).toBeGreaterThan(2);
        expect(shift.parse(told)).toEqual(told);
      }),
    );
  });

  it("would be refused with such a cell, and is seen by this test", () => {
    const [low, high] = [
      { low: 0, high: 6, before: 9, after: 10 },
      { low: 7, high: 10, before: 3, after: 2 },
    ];
    const leaking = { n: 12, directions: null, medians: null, bands: [low, high], mean: null };
    expect(smallestCell(leaking)).toBe(2);
    expect(shift.safeParse(leaking).success).toBe(false);
    const safe = { ...leaking, bands: [low, { ...high, after: 3 }] };
    expect(shift.safeParse(safe).success).toBe(true);
  });

  it("is merged as well where an earlier release has stored all three bands", () => {
    const kept = { n: 12, directions: null, medians: null, mean: null };
    const stored = {
      type: "pairsCounted",
      version: 2,
      items: {
        told: { ...kept, bands: { before: [1, 4, 7], after: [4, 5, 3] } },
        few: { ...kept, bands: null },
        none: null,
      },
    };
    expect(scaleEvent.parse(upcast(stored, scaleUpcasts.events))).toEqual({
      type: "pairsCounted",
      items: {
        told: { ...kept, bands: mergedBands([1, 4, 7], [4, 5, 3]) },
        few: { ...kept, bands: null },
        none: null,
      },
    });
  });
});
