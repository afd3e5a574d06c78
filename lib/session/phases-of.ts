import { kindOf } from "@/lib/activities/kinds";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** The names of an activity's phases among those of its plan, in their order. Throws for a kind that there is not. */
export function phasesOf(
  { key, kind, settings }: ActivityTemplate,
  activities: readonly ActivityTemplate[],
): readonly string[] {
  const ofItsKind = activities.filter((each) => each.kind === kind);
  return kindOf(kind)
    .instantiate(settings, { key, ofItsKind })
    .phases.map(({ name }) => name);
}
