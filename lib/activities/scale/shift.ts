import type { Shift } from "@/lib/activities/scale/schema";
import { mergedBands } from "@/lib/activities/scale/shift-bands";
import { histogramOf, SCORE_MAX } from "@/lib/activities/score-schema";
import {
  isUnanimous,
  MEAN_FROM,
  meanWithInterval,
  mergedDirections,
  roundedMedian,
  threeBands,
} from "@/lib/activities/statistics";

/** From how many pairs on the three bands before and after are told. */
const BANDS_FROM = 10;

/** As many digits as are printed: more would tell the sum of all changes. */
const inTenths = (value: number): number => Math.round(value * 10) / 10;

/**
 * What may be told of pairs, and kept: by the table of activities.md, from `k` of them on. Where the
 * room has seen a result of the first asking, only the directions are: anything else could be
 * subtracted from it (anonymity.md, rule 6).
 */
export function shiftOf(
  pairs: readonly { before: number; score: number }[],
  k: number,
  wasFirstShown: boolean,
): Shift | null {
  if (pairs.length < k) return null;
  const n = pairs.length;
  const changes = pairs.map(({ before, score }) => score - before);
  const moved = directionsOf(histogramOf(changes, -SCORE_MAX));
  if (moved.directions === null || wasFirstShown) return moved;
  const before = pairs.map((pair) => pair.before);
  const after = pairs.map(({ score }) => score);
  const spread = (values: readonly number[]) => threeBands(histogramOf(values));
  return {
    ...moved,
    medians: { before: roundedMedian(before), after: roundedMedian(after) },
    bands: n < BANDS_FROM ? null : mergedBands(spread(before), spread(after)),
    mean: n < MEAN_FROM ? null : rounded(meanWithInterval(changes)),
  };
}

/** The directions alone, of changes from −10 to +10 by how often each occurs. */
export function directionsOf(change: readonly number[]): Shift {
  const n = change.reduce((sum, count) => sum + count, 0);
  const directions = isUnanimous(change)
    ? null
    : mergedDirections(change).filter(({ count }) => count > 0);
  return { n, directions, medians: null, bands: null, mean: null };
}

function rounded({ mean, low, high }: ReturnType<typeof meanWithInterval>) {
  return { mean: inTenths(mean), low: inTenths(low), high: inTenths(high) };
}
