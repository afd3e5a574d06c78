import type { Aid } from "@/lib/session/aid-schema";
import type { ActivityRun, SessionState } from "@/lib/session/state";
import type { Words } from "@/lib/words";

/** What there is to offer in the phase that this activity is in; nothing where nobody writes cards. */
export function aidsOf(state: SessionState, { instance, phase, template }: ActivityRun): Aid[] {
  if (phase === null || !isWriting(instance.phases, phase)) return [];
  const lines = [...instance.starters(phase)];
  const fictional = fictionalCase(state, template.key);
  return [
    ...(lines.length > 0 ? [{ name: "starters" as const, lines }] : []),
    { name: "pairs" },
    ...(fictional ? [{ name: "case" as const, text: fictional }] : []),
  ];
}

/** Something made up of its own, or a case that the plan gives where its cards become some; null for none. */
export function fictionalCase({ activities }: SessionState, activity: string): Words | null {
  const own = activities.find(({ template }) => template.key === activity)?.instance.fictional();
  if (own) return own;
  const [first] = activities.flatMap(({ instance }) => instance.casesFor(activity));
  return first ?? null;
}

const isWriting = (phases: ActivityRun["instance"]["phases"], phase: string): boolean =>
  phases.some(({ name, takes }) => name === phase && takes === "cards");

/** The aid that stands on stage and phones now. */
export function shownAid(state: SessionState, run: ActivityRun): Aid | undefined {
  return aidsOf(state, run).find(({ name }) => name === state.aid);
}
