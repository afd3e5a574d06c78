import { cleanedData } from "@/lib/session/cleaned-data";
import { heldActivities } from "@/lib/session/held-activities";
import { isPlanName, minutesOf, type OwnPlan, ownPlan } from "@/lib/session/own-plan";
import { type PlanProblem, planProblems } from "@/lib/session/plan-check";
import { readOwnPlan, storedOwnPlan } from "@/lib/session/stored";

/** What came in, as a plan; or why it is none: no problems for what no page of ours sends, or too much of it. */
export type PlanTakenIn =
  | { ok: true; plan: OwnPlan }
  | { ok: false; problems: readonly PlanProblem[] };

/**
 * The border where a plan of one's own comes in from a page: whatever it is, what comes out can be stored, shown and
 * held. Its texts are cleaned, its settings are as their kinds read them.
 */
export function planTakenIn(raw: unknown): PlanTakenIn {
  const read = ownPlan.safeParse(cleanedData(raw));
  if (!read.success || !Object.values(read.data.title).every(isPlanName)) {
    return { ok: false, problems: [] };
  }
  const problems = ownPlanProblems(read.data);
  if (problems.length > 0) return { ok: false, problems };
  // As it will be read from the database: settings that no kind knows are gone.
  return { ok: true, plan: readOwnPlan(storedOwnPlan(read.data)) };
}

/** All that keeps a plan of one's own from being held, with an earlier meeting of its series and without one. */
export function ownPlanProblems(plan: OwnPlan): PlanProblem[] {
  const problems = planProblems(plan);
  if (problems.length > 0 || (plan.series?.alone ?? []).length === 0) return problems;
  const activities = heldActivities(plan, false);
  return planProblems({ ...plan, activities, minutes: minutesOf({ ...plan, activities }) });
}
