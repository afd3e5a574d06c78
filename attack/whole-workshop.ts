import { same } from "@/lib/plans/words";
import type { SessionPlan } from "@/lib/session/plan";

/** Dots of one person, where a suite's workshop has a vote on the themes. */
const DOTS = 3;
/** Cases that a suite's room works on at once. */
const CASES = 3;

/**
 * A plan's activities, changed so that every phase and command of the kinds comes up: a vote with
 * dots always, and in every other session one's own line instead of shared cases.
 */
export function wholeWorkshop(
  activities: SessionPlan["activities"],
  session: number,
): SessionPlan["activities"] {
  return activities.map((activity) => {
    if (activity.kind === "collect") {
      return { ...activity, settings: { ...activity.settings, dots: DOTS } };
    }
    if (activity.kind !== "reframe" || activity.settings.source.from === "own") return activity;
    const source =
      session % 2 === 0
        ? { ...activity.settings.source, caseLimit: CASES }
        : { from: "own" as const, task: same("Eigener Satz", "Own line") };
    return { ...activity, settings: { ...activity.settings, source } };
  });
}
