import { mean, median, quantile, sampleStandardDeviation } from "simple-statistics";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** The values behind a histogram, lowest first. */
export function valuesOf(histogram: readonly number[], lowest = 0): number[] {
  return histogram.flatMap((count, index) => Array.from({ length: count }, () => index + lowest));
}

/** Median, rounded: single items on eleven steps carry no decimals. */
export const roundedMedian = (values: readonly number[]): number => Math.round(median([...values]));

/** First and third quartile, rounded. */
export function roundedQuartiles(values: readonly number[]): [number, number] {
  return [Math.round(quantile([...values], 0.25)), Math.round(quantile([...values], 0.75))];
}

/**
 * Two-sided 95 % points of Student's t by degrees of freedom. Between two rows the smaller number
 * of degrees counts, which makes the interval a little wider, never narrower.
 */
const T_95: readonly [degrees: number, t: number][] = [
  [19, 2.093],
  [24, 2.064],
  [29, 2.045],
  [39, 2.023],
  [59, 2.001],
  [99, 1.984],
];

/** From how many pairs on a mean with its interval is printed (activities.md, before/after). */
export const MEAN_FROM = 20;

/** Mean with its 95 % confidence interval. Throws below `MEAN_FROM` values: that is a bug. */
export function meanWithInterval(values: readonly number[]): {
  mean: number;
  low: number;
  high: number;
} {
  const row = T_95.findLast(([degrees]) => degrees <= values.length - 1);
  if (!row) throw new Error("A mean with interval needs at least 20 values");
  const centre = mean([...values]);
  const margin = (row[1] * sampleStandardDeviation([...values])) / Math.sqrt(values.length);
  return { mean: centre, low: centre - margin, high: centre + margin };
}

/** Share of each of three bands: 0–3, 4–6, 7–10. */
export function threeBands(histogram: readonly number[]): [number, number, number] {
  const sum = (from: number, to: number) =>
    histogram.slice(from, to + 1).reduce((total, count) => total + count, 0);
  return [sum(0, 3), sum(4, 6), sum(7, 10)];
}

/**
 * Lower, same and higher, with cells of one or two merged into the smaller neighbour. Each cell
 * says which of the three it holds. One cell left means there is nothing to tell apart.
 */
export function mergedDirections(change: readonly number[]): { parts: number[]; count: number }[] {
  const middle = (change.length - 1) / 2;
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  let cells = [
    { parts: [0], count: sum(change.slice(0, middle)) },
    { parts: [1], count: change[middle] ?? 0 },
    { parts: [2], count: sum(change.slice(middle + 1)) },
  ];
  for (;;) {
    const small = cells.findIndex(({ count }) => count > 0 && count < CELL_MIN);
    if (small < 0 || cells.length === 1) return cells;
    const before = cells[small - 1]?.count ?? Number.POSITIVE_INFINITY;
    const after = cells[small + 1]?.count ?? Number.POSITIVE_INFINITY;
    const first = before <= after ? small - 1 : small;
    cells = cells.flatMap((cell, index) => {
      const next = cells[index + 1];
      if (index === first && next) {
        return [{ parts: [...cell.parts, ...next.parts], count: cell.count + next.count }];
      }
      return index === first + 1 ? [] : [cell];
    });
  }
}

/** Whether everybody moved the same way: then a direction would be everybody's own. */
export function isUnanimous(change: readonly number[]): boolean {
  const middle = (change.length - 1) / 2;
  const moved = new Set(
    change.flatMap((count, index) => (count > 0 ? [Math.sign(index - middle)] : [])),
  );
  return moved.size <= 1;
}
