import { isSame } from "@/lib/activities/ballots";
import type { PlaceInPlan } from "@/lib/activities/contract";
import { askingOf } from "@/lib/activities/scale/asking";
import type { ScaleItem, ScaleSettings } from "@/lib/activities/scale/schema";

/**
 * What is wrong with one of two askings, and the settings with which it isn't.
 *
 * - `once`: a first asking after which nothing is asked again
 * - `other`: a second asking of something else than the first
 * - `uncounted`: likewise, with a question that the first doesn't ask. Only whole pairs leave a phone: then none does
 */
export interface PairDoubt {
  of: "once" | "other" | "uncounted";
  /** Key of the first asking; null where it is this one. */
  first: string | null;
  mended: ScaleSettings;
}

/** Null where nothing is wrong with an asking in its place of a plan. */
export function doubtOfPair(
  settings: ScaleSettings,
  place: PlaceInPlan<ScaleSettings>,
): PairDoubt | null {
  const { pairWith, reminder, items } = settings;
  const asking = askingOf(place);
  if (asking === "once" && reminder !== null) {
    return { of: "once", first: null, mended: { ...settings, reminder: null } };
  }
  const first = place.ofItsKind.find(({ key }) => key === pairWith)?.settings.items;
  if (asking !== "second" || !first || isSame(asked(items), asked(first))) return null;
  const isWhole = items.every(({ key }) => first.some((item) => item.key === key));
  return {
    ...{ of: isWhole ? "other" : "uncounted", first: pairWith },
    mended: { ...settings, items: first },
  };
}

/** What has to be the same both times, in whatever order it is asked. */
const asked = (items: readonly ScaleItem[]) =>
  items
    .map(({ key, prompt, low, high }) => ({ key, prompt, low, high }))
    .sort((one, other) => (one.key < other.key ? -1 : 1));
