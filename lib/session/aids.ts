import { givenCasesOf } from "@/lib/activities/reframe/schema";
import type { Aid } from "@/lib/session/aid-schema";
import type { ActivityRun, SessionState } from "@/lib/session/state";

/** What there is to offer in the phase that this activity is in; nothing where nobody writes cards. */
export function aidsOf(state: SessionState, run: ActivityRun): Aid[] {
  if (run.phase !== "write") return [];
  const { template } = run;
  const lines =
    template.kind === "collect"
      ? template.settings.starters
      : template.kind === "reframe"
        ? template.settings.lenses.map(({ help }) => help)
        : [];
  const fictional = template.kind === "collect" ? fictionalCase(state, template.key) : undefined;
  return [
    ...(lines.length > 0 ? [{ name: "starters" as const, lines }] : []),
    { name: "pairs" },
    ...(fictional ? [{ name: "case" as const, text: fictional }] : []),
  ];
}

/** A case that the plan gives where cards of this activity become some. */
function fictionalCase(state: SessionState, activity: string) {
  for (const { kind, settings } of state.plan.activities) {
    if (kind !== "reframe" || settings.source.from !== "collect") continue;
    if (settings.source.activity === activity) return givenCasesOf(settings.source)[0]?.text;
  }
  return undefined;
}

/** The aid that stands on stage and phones now. */
export function shownAid(state: SessionState, run: ActivityRun): Aid | undefined {
  return aidsOf(state, run).find(({ name }) => name === state.aid);
}
