import type { PlaceInPlan } from "@/lib/activities/contract";
import type { ScaleItem, ScaleSettings } from "@/lib/activities/scale/schema";

/**
 * How often a plan asks these questions. `once`: by themselves. `first`: they are asked again later, and
 * until then the answers stay on the phones. `second`: again, and both answers are handed in as one.
 */
export type Asking = "once" | "first" | "second";

/**
 * Which asking an activity is, by its place in the plan. Two results that share a first asking could be
 * subtracted (anonymity.md, rule 6): of those only the first is a second asking, and what belongs to no
 * pair stays on the phones, too.
 */
export function askingOf({
  key,
  ofItsKind,
}: PlaceInPlan<Pick<ScaleSettings, "pairWith" | "series">>): Asking {
  const own = ofItsKind.find((each) => each.key === key)?.settings;
  // What was asked before was asked at another meeting.
  if (own?.series === "recall") return "second";
  const before = own?.pairWith ?? null;
  if (ofItsKind.some(({ settings }) => settings.pairWith === key)) return "first";
  if (before === null) return "once";
  const again = ofItsKind.filter(({ settings }) => settings.pairWith === before);
  return again[0]?.key === key ? "second" : "first";
}

/**
 * Whether somebody may leave this question open: of what is asked twice only whole pairs count, and a lone
 * question without words for it is left open by skipping the activity.
 */
export const mayStayOpen = (
  asking: Asking,
  { items }: Pick<ScaleSettings, "items">,
  { none }: Pick<ScaleItem, "none">,
): boolean => asking === "once" && (items.length > 1 || none !== null);

/** Which words say what pairs of this activity can't tell: they are of one meeting, or of two. */
export const limitOf = ({ series }: Pick<ScaleSettings, "series">) =>
  series === "recall" ? "selfReportLater" : "selfReport";
