import * as z from "zod/mini";
import { givenCasesOf } from "@/lib/activities/reframe/schema";
import { words } from "@/lib/plans/words";
import type { ActivityRun, SessionState } from "@/lib/session/state";

/**
 * What helps a room in which nobody writes (activities.md, failure table): offered to facilitators, and
 * shown on stage and phones if they want it.
 */
export const aid = z.discriminatedUnion("name", [
  /** Sentences to go on from, or questions to ask oneself. */
  z.strictObject({ name: z.literal("starters"), lines: z.array(words) }),
  /** Two minutes in pairs, then writing alone. */
  z.strictObject({ name: z.literal("pairs") }),
  /** Somebody else's setback, made up, for what feels familiar about it. */
  z.strictObject({ name: z.literal("case"), text: words }),
]);

export const aidName = z.enum(["starters", "pairs", "case"]);

export type Aid = z.infer<typeof aid>;
export type AidName = z.infer<typeof aidName>;

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
