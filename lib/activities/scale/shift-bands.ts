import type { ShiftBand } from "@/lib/activities/scale/schema";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** The lowest and the highest score of each of the three bands. */
const BANDS = [
  [0, 3],
  [4, 6],
  [7, 10],
] as const;

/**
 * Both askings by band, from how many people are in each of the three. A band that holds fewer than three people at
 * one of the askings, nobody among them, is one with its smaller neighbour; where a single one is left it would say
 * nothing, and there are none. This is done where pairs are counted: no smaller band is stored or sent.
 */
export function mergedBands(
  before: readonly number[],
  after: readonly number[],
): ShiftBand[] | null {
  let bands = BANDS.map(([low, high], at): ShiftBand => {
    return { low, high, before: before[at] ?? 0, after: after[at] ?? 0 };
  });
  for (;;) {
    const small = bands.findIndex((band) => Math.min(band.before, band.after) < CELL_MIN);
    if (bands.length === 1) return null;
    if (small < 0) return bands;
    const sizeAt = (at: number) => {
      const band = bands[at];
      return band ? band.before + band.after : Number.POSITIVE_INFINITY;
    };
    const first = sizeAt(small - 1) <= sizeAt(small + 1) ? small - 1 : small;
    bands = bands.flatMap((band, at) => {
      const next = bands[at + 1];
      if (at === first && next) return [merged(band, next)];
      return at === first + 1 ? [] : [band];
    });
  }
}

const merged = (lower: ShiftBand, upper: ShiftBand): ShiftBand => ({
  low: lower.low,
  high: upper.high,
  before: lower.before + upper.before,
  after: lower.after + upper.after,
});
