import { kindNamed } from "@/lib/activities/kinds";
import { isObject, type Upcast } from "@/lib/upcast";

/** A script had one line for all phases of its activity; it is kept for the one it was meant for. */
export const scriptByPhase: Upcast = (plan) =>
  Array.isArray(plan.activities) ? { ...plan, activities: plan.activities.map(withPhases) } : plan;

function withPhases(activity: unknown): unknown {
  if (!isObject(activity) || !isObject(activity.script)) return activity;
  const before = kindNamed(activity.kind)?.upcasts.scripts;
  if (!before) return activity;
  const { say, watchFor, ...script } = activity.script;
  const phases = { ...before.lines, [before.work]: { say, watchFor } };
  return { ...activity, script: { ...script, phases } };
}
