import type { Aid } from "@/lib/session/aid-schema";
import type { ActivityRun, SessionState } from "@/lib/session/state";

/** What there is to offer in the phase that this activity is in; nothing where nobody writes cards. */
export function aidsOf(
  { activities }: SessionState,
  { instance, phase, template }: ActivityRun,
): Aid[] {
  if (phase === null || !isWriting(instance.phases, phase)) return [];
  const lines = [...instance.starters(phase)];
  // A case that the plan gives where cards of this activity become some.
  const [fictional] = activities.flatMap((each) => each.instance.casesFor(template.key));
  return [
    ...(lines.length > 0 ? [{ name: "starters" as const, lines }] : []),
    { name: "pairs" },
    ...(fictional ? [{ name: "case" as const, text: fictional }] : []),
  ];
}

const isWriting = (phases: ActivityRun["instance"]["phases"], phase: string): boolean =>
  phases.some(({ name, takes }) => name === phase && takes === "cards");

/** The aid that stands on stage and phones now. */
export function shownAid(state: SessionState, run: ActivityRun): Aid | undefined {
  return aidsOf(state, run).find(({ name }) => name === state.aid);
}
