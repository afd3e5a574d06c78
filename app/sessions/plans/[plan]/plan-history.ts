import { isSame } from "@/lib/activities/ballots";
import type { OwnPlan } from "@/lib/session/own-plan";

/** What of a plan is taken back and done again: all but its name and what it is for, which are texts in one field each. */
type Course = Pick<OwnPlan, "activities" | "minutes" | "buffer">;

/** One change, by the course before it and after it. */
interface Step {
  before: Course;
  after: Course;
  /** Key of the activity that was looked at. */
  chosen: string;
  /** The field that it was typed into; null where it was made by a button, a menu or a list. */
  field: object | null;
}

/** What can be taken back, and done again: each the newest last. */
export interface PlanHistory {
  past: readonly Step[];
  future: readonly Step[];
}

/** So many steps are kept: plans share what didn't change, but one evening has no end. */
const STEPS_MAX = 200;

export const noHistory: PlanHistory = { past: [], future: [] };

const courseOf = ({ activities, minutes, buffer }: Course): Course => ({
  ...{ activities, minutes, buffer },
});

/** A change of a plan as it is made. */
interface Change extends Pick<Step, "chosen" | "field"> {
  before: OwnPlan;
  after: OwnPlan;
}

/**
 * Notes a change of a plan. What is typed into a field without leaving it is one step, which its own undo goes through
 * letter by letter.
 */
export function noted(history: PlanHistory, { before, after, chosen, field }: Change): PlanHistory {
  const step = { before: courseOf(before), after: courseOf(after), chosen, field };
  if (isSame(step.before, step.after)) return history;
  const last = history.past.at(-1);
  const isGoingOn = field !== null && last?.field === field && history.future.length === 0;
  const past = isGoingOn
    ? history.past.with(-1, { ...step, before: last.before })
    : [...history.past, step].slice(-STEPS_MAX);
  return { past, future: [] };
}

/** A plan as it was, and the activity that is to be looked at then. */
export interface TakenBack {
  history: PlanHistory;
  plan: OwnPlan;
  chosen: string;
}

/** The plan without the last change; null where there is none. */
export function undone({ past, future }: PlanHistory, plan: OwnPlan): TakenBack | null {
  const step = past.at(-1);
  if (!step) return null;
  return {
    history: { past: past.slice(0, -1), future: [...future, step] },
    plan: { ...plan, ...step.before },
    chosen: step.chosen,
  };
}

/** The plan with the change that was taken back last; null where none was. */
export function redone({ past, future }: PlanHistory, plan: OwnPlan): TakenBack | null {
  const step = future.at(-1);
  if (!step) return null;
  return {
    // Whatever is typed next is a step of its own.
    history: { past: [...past, { ...step, field: null }], future: future.slice(0, -1) },
    plan: { ...plan, ...step.after },
    chosen: step.chosen,
  };
}
