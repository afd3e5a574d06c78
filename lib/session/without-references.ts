import { kindOf } from "@/lib/activities/kinds";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { differing, inSize } from "@/lib/session/sizes";

/**
 * An activity that takes nothing from others, in any of its sizes: its kind says which settings do without
 * (`alone`). The same object where it takes nothing anyway.
 */
export function withoutReferences(activity: ActivityTemplate): ActivityTemplate {
  const { alone, refersTo } = kindOf(activity.kind);
  if (refersTo(activity.settings).length === 0) return activity;
  const sizes = activity.sizes.map((size) => alone(inSize(activity, size).settings));
  const differences = differing(sizes);
  return {
    ...activity,
    settings: alone(activity.settings),
    sizes: activity.sizes.map((size, at) => ({ ...size, settings: differences[at] ?? {} })),
  };
}
