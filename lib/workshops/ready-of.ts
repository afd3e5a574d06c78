import type { ActivityTemplate } from "@/lib/session/plan-template";
import { readyActivities } from "@/lib/workshops/activities/registry";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** What tells an activity from others of its sort in one plan, at the end of its key (`lib/session/plan-edits.ts`). */
const NUMBER_AT_THE_END = /-\d+$/;

/** The key that an activity came with, before a second one of its sort was told from the first. */
export const keyItCameWith = (key: string): string => key.replace(NUMBER_AT_THE_END, "");

/** The ready activity that one of a plan was made of, however it was changed; undefined where it is none of ours. */
export function readyOf({
  key,
  kind,
}: Pick<ActivityTemplate, "key" | "kind">): ReadyActivity | undefined {
  const ofItsKind = readyActivities.filter((each) => each.activity.kind === kind);
  const named = (wanted: string) => ofItsKind.find(({ activity }) => activity.key === wanted);
  return named(key) ?? named(keyItCameWith(key));
}
