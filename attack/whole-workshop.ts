import { witnessOf } from "@/attack/witnesses";
import type { SessionPlan } from "@/lib/session/plan";

type Activity = SessionPlan["activities"][number];

/** An activity changed so that every phase and command of its kind comes up, in some session or other. */
export function whole(activity: Activity, session: number): Activity {
  const { kind, settings } = activity;
  const changed = witnessOf(kind).whole?.(settings, session);
  return changed ? { ...activity, settings: { ...changed } } : activity;
}

/** A plan's activities, changed like this. */
export const wholeWorkshop = (
  activities: SessionPlan["activities"],
  session: number,
): SessionPlan["activities"] => activities.map((activity) => whole(activity, session));
