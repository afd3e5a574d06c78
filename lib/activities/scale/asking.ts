import type { ActivityTemplate } from "@/lib/plans/plan-template";

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
export function askingOf(activities: readonly ActivityTemplate[], key: string): Asking {
  const partnerOf = (each: ActivityTemplate) =>
    each.kind === "scale" ? each.settings.pairWith : null;
  const own = activities.find((each) => each.key === key);
  const before = own ? partnerOf(own) : null;
  if (activities.some((each) => partnerOf(each) === key)) return "first";
  if (before === null) return "once";
  const again = activities.filter((each) => partnerOf(each) === before);
  return again[0]?.key === key ? "second" : "first";
}
