import { keyItCameWith } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { readyActivities } from "@/lib/workshops/activities/registry";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** The ready activity that one of a plan was made of, however it was changed; undefined where it is none of ours. */
export function readyOf({
  key,
  kind,
}: Pick<ActivityTemplate, "key" | "kind">): ReadyActivity | undefined {
  const ofItsKind = readyActivities.filter((each) => each.activity.kind === kind);
  const named = (wanted: string) => ofItsKind.find(({ activity }) => activity.key === wanted);
  return named(key) ?? named(keyItCameWith(key));
}
