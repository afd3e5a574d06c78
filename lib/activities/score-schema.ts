import * as z from "zod/mini";

/** Scores run from 0 to 10: what "on a scale of ten" means to people. */
export const SCORE_MAX = 10;

export const score = z.int().check(z.minimum(0), z.maximum(SCORE_MAX));

/** How often each score from 0 to 10 was given. */
export const histogram = z.array(z.int().check(z.minimum(0))).check(z.length(SCORE_MAX + 1));

/** Counts how often each value from `lowest` to `SCORE_MAX` occurs; index 0 is `lowest`. */
export function histogramOf(values: readonly number[], lowest = 0): number[] {
  const counts = Array.from({ length: SCORE_MAX - lowest + 1 }, () => 0);
  for (const value of values) counts[value - lowest] = (counts[value - lowest] ?? 0) + 1;
  return counts;
}
