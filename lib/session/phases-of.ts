import { kindOf } from "@/lib/activities/kinds";
import { placeIn } from "@/lib/session/place-in";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** The names of an activity's phases among those of its plan, in their order. Throws for a kind that there is not. */
export function phasesOf(
  activity: ActivityTemplate,
  activities: readonly ActivityTemplate[],
): readonly string[] {
  const { kind, settings } = activity;
  return kindOf(kind)
    .instantiate(settings, placeIn(activity, activities))
    .phases.map(({ name }) => name);
}
