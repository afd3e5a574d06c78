import { isSame } from "@/lib/activities/ballots";
import type { ActivitySize, ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";

type Settings = ActivityTemplate["settings"];

/** The activity in one of its sizes. */
export function inSize(activity: ActivityTemplate, size: ActivitySize): ActivityTemplate {
  const { minutes, phaseMinutes, settings } = size;
  return { ...activity, minutes, phaseMinutes, settings: { ...activity.settings, ...settings } };
}

/** The minutes that each activity with sizes is held in, by its key; as it stands where it isn't named. */
export type ChosenSizes = Readonly<Record<string, number>>;

/**
 * What a session is opened with when these sizes are chosen: its minutes are the sum again. Null for an
 * activity that the plan doesn't have, or minutes that it can't be held in.
 */
export function withSizes(
  plan: Pick<PlanTemplate, "activities" | "minutes">,
  chosen: ChosenSizes,
): Pick<PlanTemplate, "activities" | "minutes"> | null {
  let { activities, minutes } = plan;
  for (const [key, wanted] of Object.entries(chosen)) {
    const activity = activities.find((each) => each.key === key);
    const size = activity?.sizes.find((each) => each.minutes === wanted);
    if (!activity || !size) return null;
    minutes += size.minutes - activity.minutes;
    activities = activities.map((each) => (each === activity ? inSize(each, size) : each));
  }
  return { activities, minutes };
}

/** Of the settings of an activity in each of its sizes: what differs between them, as sizes have it. */
export function differing(inEach: readonly Settings[]): Settings[] {
  const [first = {}] = inEach;
  const names = new Set(inEach.flatMap((settings) => Object.keys(settings)));
  const varying = [...names].filter((name) =>
    inEach.some((settings) => !isSame(settings[name], first[name])),
  );
  return inEach.map((settings) =>
    Object.fromEntries(Object.entries(settings).filter(([name]) => varying.includes(name))),
  );
}
