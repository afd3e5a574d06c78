import { type ArcPart, deepestOf } from "@/app/sessions/arc-picture";
import { sumOf } from "@/lib/session/phase-minutes";

/**
 * Between which shares of the time a plan should come closest: late enough to trust each other, early enough for
 * lighter work afterwards.
 */
export const DEEPEST_BETWEEN = { least: 0.5, most: 0.65 };

export interface DeepestPoint {
  /** Key of the activity. */
  activity: string;
  /** Where its middle lies in the time of all activities, from 0 to 1. */
  share: number;
  isPlacedWell: boolean;
}

/** Where a plan comes closest; null where nothing in it does. */
export function deepestPoint(parts: readonly ArcPart[]): DeepestPoint | null {
  const deepest = deepestOf(parts);
  const minutes = parts.find(({ key }) => key === deepest?.key)?.minutes;
  if (deepest === null || minutes === undefined) return null;
  const share = (deepest.from + minutes / 2) / sumOf(parts.map((part) => part.minutes));
  const { least, most } = DEEPEST_BETWEEN;
  return { activity: deepest.key, share, isPlacedWell: share >= least && share <= most };
}
