import { witnessOf } from "@/attack/witnesses";
import { registry } from "@/lib/activities/registry";
import type { SessionPlan } from "@/lib/session/plan";
import { readyActivities } from "@/lib/workshops/activities/registry";
import { singleActivities } from "@/lib/workshops/single-activity";

type Activities = SessionPlan["activities"];

/** An activity changed so that every phase and command of its kind comes up, in some session or other. */
function whole(activity: Activities[number], session: number): Activities[number] {
  const { kind, settings } = activity;
  const changed = witnessOf(kind).whole?.(settings, session);
  return changed ? { ...activity, settings: { ...changed } } : activity;
}

/** A plan's activities, changed like this. */
export const wholeWorkshop = (activities: Activities, session: number): Activities =>
  activities.map((activity) => whole(activity, session));

/** A plan's activities and, before the closing, one of each kind that isn't among them. */
export function withEveryKind(activities: Activities): Activities {
  const has = (kind: string) => activities.some((each) => each.kind === kind);
  const others = registry.flatMap(({ name }) => (has(name) ? [] : [readyOf(name)]));
  return [...activities.slice(0, -1), ...others, ...activities.slice(-1)];
}

/** The first ready activity of a kind, as it is held alone. Throws where there is none: nothing would be tried of it. */
function readyOf(kind: string): Activities[number] {
  const at = readyActivities.findIndex(({ activity }) => activity.kind === kind);
  const key = readyActivities[at]?.activity.key;
  const found = singleActivities[at]?.activities.find((each) => each.key === key);
  if (!found) throw new Error(`No ready activity is of the kind ${kind}`);
  return found;
}
