import { kindNamed } from "@/lib/activities/kinds";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** What a plan can be held with, and had better not. */
export interface PlanWarning {
  /** Key of the activity. */
  activity: string;
  /** Less work together lies before it than it needs. */
  reason: "early";
  /** Minutes of it that should lie before. */
  after: number;
}

interface Planned {
  activities: readonly ActivityTemplate[];
  metBefore?: number | undefined;
}

/** Warnings in the order of the activities; none where nothing speaks against the plan. */
export function planWarnings({ activities, metBefore = 0 }: Planned): PlanWarning[] {
  let shared = metBefore;
  return activities.flatMap(({ key, kind, settings, minutes, sharedBefore = 0 }) => {
    const isEarly = shared < sharedBefore;
    // Welcome and rules are no work yet.
    if (kindNamed(kind)?.part(settings) !== "opening") shared += minutes;
    return isEarly ? [{ activity: key, reason: "early", after: sharedBefore } as const] : [];
  });
}
