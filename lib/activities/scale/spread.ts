import { roundedQuartiles, valuesOf } from "@/lib/activities/statistics";

/**
 * From which width of the middle half on answers count as widely spread: the rounded quartiles lie so many steps
 * of ten apart. It is the spread that the summary prints, so that anybody can check what was said; one or two
 * far out do not move it, as they would the range or the standard deviation. Four steps: whatever number one
 * names then, a quarter of the room lies two steps or more away from it.
 */
export const WIDE_FROM = 4;

/** Whether answers, by how often each score was given, spread so widely that no middle speaks for them. */
export function isWide(counts: readonly number[]): boolean {
  const [low, high] = roundedQuartiles(valuesOf(counts));
  return high - low >= WIDE_FROM;
}
