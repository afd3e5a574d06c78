import type { PlanTemplate } from "@/lib/session/plan-template";
import { withSizes } from "@/lib/session/sizes";

/** A workshop with each activity in its longest size. */
export function inLongestSizes(workshop: PlanTemplate): PlanTemplate {
  const longest = workshop.activities.flatMap(({ key, sizes }) =>
    sizes.length > 0 ? [[key, Math.max(...sizes.map(({ minutes }) => minutes))] as const] : [],
  );
  const sized = withSizes(workshop, Object.fromEntries(longest));
  if (!sized) throw new Error("A workshop has no such sizes");
  return { ...workshop, ...sized };
}
