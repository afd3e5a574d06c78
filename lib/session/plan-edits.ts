import { isSame } from "@/lib/activities/ballots";
import { kindNamed } from "@/lib/activities/kinds";
import { leastFor, type PhaseMinutes, sharedLike, sumOf } from "@/lib/session/phase-minutes";
import { ACTIVITIES_MAX } from "@/lib/session/plan";
import {
  type PlanProblem,
  phaseNames,
  planProblems,
  withinActivity,
} from "@/lib/session/plan-check";
import {
  type ActivitySize,
  type ActivityTemplate,
  MINUTES_MAX,
  type PlanTemplate,
} from "@/lib/session/plan-template";
import { inSize } from "@/lib/session/sizes";

/**
 * What can be done to a plan while it is prepared. Each edit is a pure function from one plan to the next, or says
 * why that can't be: what `planProblems` finds nothing in stays so. Whatever a plan holds besides stays as it is.
 */

/** What edits know of a plan. */
export type PlanInEdit = Pick<PlanTemplate, "minutes" | "buffer" | "metBefore" | "activities">;

/** Why a plan can't be changed like this, by the keys of its activities, for a screen to put into words. */
export type EditRefusal =
  /** There is no activity with this key (any more). */
  | { reason: "gone"; activity: string }
  /** Welcome and rules come first, once. */
  | { reason: "opening" }
  /** The closing comes last, once. */
  | { reason: "closing" }
  /** `activity` takes something from `on`, which has to come before it. */
  | { reason: "order"; activity: string; on: string }
  /** `by` take something from `activity`, which can't go therefore. */
  | { reason: "needed"; activity: string; by: readonly string[] }
  /** `activity` takes something from `on`, which isn't in the plan. */
  | { reason: "missing"; activity: string; on: string }
  /** A plan holds no more activities than these. */
  | { reason: "full"; most: number }
  /** Its phases can't share fewer minutes than these. */
  | { reason: "tooShort"; least: number }
  /** All activities and the buffer may take so many minutes together. */
  | { reason: "tooLong"; most: number }
  /** What is left of what the check finds. */
  | { reason: "unfit"; problems: readonly PlanProblem[] };

export type EditedPlan<Plan extends PlanInEdit> =
  /** `activity`: the key of what was changed, or, where it is gone, of what stands in its place. */
  { ok: true; plan: Plan; activity: string } | { ok: false; why: EditRefusal };

/** What may be replaced of an activity beside its place and its minutes. */
export type ActivityChange = Partial<
  Omit<ActivityTemplate, "key" | "kind" | "minutes" | "phaseMinutes" | "sizes">
>;

/** Moves an activity so that it stands in this place, counted from 0 in the plan as it will be. */
export function moveActivity<Plan extends PlanInEdit>(
  plan: Plan,
  key: string,
  to: number,
): EditedPlan<Plan> {
  const moved = activityOf(plan, key);
  if (!moved) return gone(key);
  const others = plan.activities.filter((each) => each !== moved);
  return edited(plan, others.toSpliced(to, 0, moved), key);
}

/** Takes an activity out. Others that take something from it keep it where it is. */
export function removeActivity<Plan extends PlanInEdit>(plan: Plan, key: string): EditedPlan<Plan> {
  const removed = activityOf(plan, key);
  if (!removed) return gone(key);
  const by = plan.activities.filter((each) => each !== removed && referencesOf(each).includes(key));
  if (by.length > 0) {
    return refused({ reason: "needed", activity: key, by: by.map((each) => each.key) });
  }
  const others = plan.activities.filter((each) => each !== removed);
  const at = plan.activities.indexOf(removed);
  return edited(plan, others, (others[at] ?? others.at(-1))?.key ?? key);
}

/**
 * Lays an activity into the plan, after the one with this key, or first with null. Its own key is changed where
 * another one has it.
 */
export function insertActivity<Plan extends PlanInEdit>(
  plan: Plan,
  activity: ActivityTemplate,
  after: string | null,
): EditedPlan<Plan> {
  const at = plan.activities.findIndex(({ key }) => key === after);
  if (after !== null && at < 0) return gone(after);
  const key = freshKey(plan, activity.key);
  return edited(plan, plan.activities.toSpliced(at + 1, 0, { ...activity, key }), key);
}

/** The same activity once more, right behind itself. */
export function duplicateActivity<Plan extends PlanInEdit>(
  plan: Plan,
  key: string,
): EditedPlan<Plan> {
  const activity = activityOf(plan, key);
  return activity ? insertActivity(plan, activity, key) : gone(key);
}

/**
 * Holds an activity in other minutes: in the size that has them, or else as it stands, with its phases' minutes
 * shared as they are now.
 */
export function setMinutes<Plan extends PlanInEdit>(
  plan: Plan,
  key: string,
  minutes: number,
): EditedPlan<Plan> {
  const activity = activityOf(plan, key);
  if (!activity) return gone(key);
  const sizes = comingIn(activity);
  const ready = sizes.find((size) => size.minutes === minutes);
  if (ready) return withActivity(plan, { ...inSize(activity, ready), sizes });
  const { phaseMinutes } = activity;
  if (!phaseMinutes) return withActivity(plan, standing({ ...activity, minutes }));
  const shared = sharedLike(phaseMinutes, minutes);
  if (shared === null) {
    return refused({ reason: "tooShort", least: leastFor(Object.keys(phaseMinutes).length) });
  }
  return withActivity(plan, standing({ ...activity, minutes, phaseMinutes: { ...shared } }));
}

/** Gives the phases of an activity these minutes, and it their sum. */
export function setPhaseMinutes<Plan extends PlanInEdit>(
  plan: Plan,
  key: string,
  phaseMinutes: PhaseMinutes,
): EditedPlan<Plan> {
  const activity = activityOf(plan, key);
  if (!activity) return gone(key);
  const minutes = sumOf(Object.values(phaseMinutes));
  return withActivity(plan, standing({ ...activity, minutes, phaseMinutes: { ...phaseMinutes } }));
}

/** Keeps so many minutes of the plan free of activities, or as many as its activities leave of a day. */
export function setBuffer<Plan extends PlanInEdit>(plan: Plan, minutes: number): Plan {
  const taken = sumOf(plan.activities.map(minutesOf));
  const free = Math.min(minutes, MINUTES_MAX - taken);
  return { ...plan, buffer: free > 0 ? free : undefined, minutes: taken + Math.max(free, 0) };
}

/**
 * Replaces settings or texts of an activity. Minutes of a phase that it hasn't got any more go to the others, in
 * each of its sizes.
 */
export function changeActivity<Plan extends PlanInEdit>(
  plan: Plan,
  key: string,
  change: ActivityChange,
): EditedPlan<Plan> {
  const activity = activityOf(plan, key);
  if (!activity) return gone(key);
  const changed = { ...activity, ...change };
  if (!change.settings) return withActivity(plan, changed);
  const inPlan = (each: ActivityTemplate) =>
    plan.activities.map((other) => (other === activity ? each : other));
  const fitted = standing(withItsPhases(inPlan(changed), changed));
  const sizes = fitted.sizes.map((size) => {
    const sized = inSize(fitted, size);
    const { phaseMinutes } = withItsPhases(inPlan(sized), sized);
    return { ...size, phaseMinutes };
  });
  return withActivity(plan, { ...fitted, sizes });
}

const minutesOf = ({ minutes }: ActivityTemplate): number => minutes;

const activityOf = (plan: PlanInEdit, key: string): ActivityTemplate | undefined =>
  plan.activities.find((each) => each.key === key);

const refused = (why: EditRefusal) => ({ ok: false, why }) as const;
const gone = (activity: string) => refused({ reason: "gone", activity });

const readSettings = ({ kind, settings }: ActivityTemplate): boolean =>
  kindNamed(kind)?.settings.safeParse(settings).success === true;

const referencesOf = (activity: ActivityTemplate): readonly string[] =>
  readSettings(activity) ? (kindNamed(activity.kind)?.refersTo(activity.settings) ?? []) : [];

function withActivity<Plan extends PlanInEdit>(
  plan: Plan,
  activity: ActivityTemplate,
): EditedPlan<Plan> {
  const activities = plan.activities.map((each) => (each.key === activity.key ? activity : each));
  return edited(plan, activities, activity.key);
}

/** The plan with these activities and its minutes added up again, or why it can't have them. */
function edited<Plan extends PlanInEdit>(
  plan: Plan,
  activities: ActivityTemplate[],
  activity: string,
): EditedPlan<Plan> {
  if (activities.length > ACTIVITIES_MAX) return refused({ reason: "full", most: ACTIVITIES_MAX });
  const minutes = sumOf(activities.map(minutesOf)) + (plan.buffer ?? 0);
  if (minutes > MINUTES_MAX) return refused({ reason: "tooLong", most: MINUTES_MAX });
  const next = { ...plan, activities, minutes };
  const found = named(next);
  // Mostly nothing: then what was found before doesn't matter.
  const known = found.length === 0 ? [] : named(plan).map(({ name }) => name);
  const fresh = found.flatMap(({ name, problem }) => (known.includes(name) ? [] : [problem]));
  if (fresh.length > 0) return refused(whyOf(fresh, next));
  return { ok: true, plan: next, activity };
}

/** What the check finds, each under a name that holds wherever the activity stands. */
function named(plan: PlanInEdit): { name: string; problem: PlanProblem }[] {
  return planProblems(plan).map((problem) => {
    const within = withinActivity(problem);
    const where = within ? `${plan.activities[within.place]?.key}${within.rest}` : problem.at;
    return { name: [problem.reason, where, problem.detail].join(" "), problem };
  });
}

/** The first of these problems that words can be made of. */
function whyOf(problems: readonly PlanProblem[], plan: PlanInEdit): EditRefusal {
  for (const problem of problems) {
    const { reason, detail = "" } = problem;
    const within = withinActivity(problem);
    const activity = (within && plan.activities[within.place]?.key) ?? "";
    if (reason === "opening" || reason === "closing") return { reason };
    if (reason === "referenceAhead") return { reason: "order", activity, on: detail };
    if (reason === "unknownReference") return { reason: "missing", activity, on: detail };
  }
  return { reason: "unfit", problems };
}

/** Digits at the end of a key that tell it from others. */
const NUMBER_AT_THE_END = /-\d+$/;

/** The key that an activity came with, before a second one of its sort was told from the first. */
export const keyItCameWith = (key: string): string => key.replace(NUMBER_AT_THE_END, "");

/** As long as a key may be (`lib/ids.ts`). */
const KEY_LENGTH_MAX = 40;

/** A key like this one that no activity of the plan has: `small-no-2`. */
function freshKey({ activities }: PlanInEdit, wanted: string): string {
  const taken = new Set(activities.map(({ key }) => key));
  const base = keyItCameWith(wanted);
  let key = wanted;
  for (let n = 2; taken.has(key); n += 1) {
    const end = `-${n}`;
    key = `${base.slice(0, KEY_LENGTH_MAX - end.length)}${end}`;
  }
  return key;
}

/** The sizes that an activity comes in, without one that was entered. */
const comingIn = ({ sizes }: ActivityTemplate): ActivitySize[] =>
  sizes.filter(({ own }) => own === undefined);

/**
 * The activity with what it stands in among its sizes. Minutes that it comes in are shared otherwise from now on;
 * others are a size of one's own, of which there is one at a time: whoever tries several doesn't choose among all
 * of them afterwards.
 */
function standing(activity: ActivityTemplate): ActivityTemplate {
  const { minutes, phaseMinutes, settings } = activity;
  const sizes = comingIn(activity);
  if (sizes.length === 0) return { ...activity, sizes: [] };
  const names = Object.keys(sizes[0]?.settings ?? {});
  const differing = Object.fromEntries(names.map((name) => [name, settings[name]]));
  const size: ActivitySize = { minutes, phaseMinutes, settings: differing };
  const isReady = sizes.some((each) => each.minutes === minutes);
  return {
    ...activity,
    sizes: isReady
      ? sizes.map((each) => (each.minutes === minutes ? size : each))
      : [...sizes, { ...size, own: true }],
  };
}

/** The same without minutes for phases that it hasn't got. */
function withItsPhases(
  activities: readonly ActivityTemplate[],
  activity: ActivityTemplate,
): ActivityTemplate {
  const { phaseMinutes, minutes } = activity;
  if (!phaseMinutes || !activities.every(readSettings)) return activity;
  const names = phaseNames(activities, activity);
  const kept = Object.entries(phaseMinutes).filter(([name]) => names.includes(name));
  if (kept.length === Object.keys(phaseMinutes).length) return activity;
  const shared = sharedLike(Object.fromEntries(kept), minutes);
  return { ...activity, phaseMinutes: shared === null ? undefined : { ...shared } };
}

/** Whether two plans say the same: whoever shows both has nothing to keep. */
export const isSamePlan = (one: PlanInEdit, other: PlanInEdit): boolean => isSame(one, other);
