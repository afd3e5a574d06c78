import { putBallots } from "@/lib/activities/ballots";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import {
  type CommitCommand,
  type CommitEvent,
  finishedBallot,
} from "@/lib/activities/commit/schema";
import { mergedSteps } from "@/lib/activities/commit/steps";
import { type ActivityRules, accept, type RuleContext, refuse } from "@/lib/activities/kit";

export interface CommitData {
  /** Null until the activity closed. `finished` is null below k, `steps` where fewer shared one. */
  totals: {
    finished: number | null;
    steps: Record<string, number> | null;
    /** Steps that too few shared to be told apart. */
    other: number;
  } | null;
}

const FINISHED_SLOT = "finished";

/** A private take-home plan: fill → check → keep. Its content stays on the device. */
export const commitRules: ActivityRules<CommitSettings, CommitData, CommitCommand, CommitEvent> = {
  phases: () => ["fill", "check", "keep"],
  initial: () => ({ totals: null }),
  reads: () => [{ of: "ballot", slot: FINISHED_SLOT }],

  decide({ settings, data, role, command, context }) {
    if (role !== "participant") return refuse("not-allowed");
    if (data.totals) return refuse("closed");
    const known = new Set(settings.genericSteps.map((step) => step.key));
    if (command.steps.some((step) => !known.has(step))) return refuse("bad-input");
    // In one order, so that a repeat is known as one.
    const steps = [...new Set(command.steps)].sort();
    return putBallots<CommitEvent>(context, command.revision, [[FINISHED_SLOT, { steps }]]);
  },

  enter: () => accept(),
  close: ({ settings, context }) => count(settings, context),
  evolve(data, event) {
    const { finished, steps, other } = event;
    data.totals = { finished, steps, other };
  },
  canGoBack: () => true,
};

function count(settings: CommitSettings, context: RuleContext) {
  const counted = (
    finished: number | null,
    steps: Record<string, number> | null = null,
    other = 0,
  ) => accept<CommitEvent>([{ type: "finishedCounted", finished, steps, other }]);
  const ballots = context.sealed.ballots().map((each) => finishedBallot.parse(each.content));
  if (ballots.length < context.k.scores) return counted(null);
  // The contributors of this result are those who shared a step, not all who finished.
  const sharing = ballots.filter((ballot) => ballot.steps.length > 0);
  if (sharing.length < context.k.scores) return counted(ballots.length);
  const times = (key: string) => sharing.filter(({ steps }) => steps.includes(key)).length;
  const steps = Object.fromEntries(settings.genericSteps.map(({ key }) => [key, times(key)]));
  const { shown, other } = mergedSteps(settings, steps, 0);
  return counted(
    ballots.length,
    Object.fromEntries(shown.map(({ key, count: n }) => [key, n])),
    other,
  );
}
