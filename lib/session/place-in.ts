import type { RawPlace } from "@/lib/activities/contract";
import type { ActivityTemplate } from "@/lib/session/plan-template";

/** Where an activity stands among those of its plan. */
export const placeIn = (
  { key, kind }: Pick<ActivityTemplate, "key" | "kind">,
  activities: readonly ActivityTemplate[],
): RawPlace => ({ key, ofItsKind: activities.filter((each) => each.kind === kind) });
