import { putBallots } from "@/lib/activities/ballots";
import {
  type CommitEvent,
  type CommitSettings,
  finishedBallot,
  reportFinished,
} from "@/lib/activities/commit/schema";
import { countedSteps, stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";

export interface CommitData {
  /** Null until counted. `finished` is null below k, `steps` where fewer shared one. */
  totals: {
    finished: number | null;
    steps: Record<string, number> | null;
    /** Steps that too few shared to be told apart; see `countedSteps`. */
    other: number;
  } | null;
}

const FINISHED_SLOT = "finished";

const command = commandsOf<CommitSettings, CommitData, CommitEvent>();

export const commitCommands = {
  reportFinished: command({
    from: "participant",
    schema: reportFinished,
    reads: () => [{ of: "ballot", slot: FINISHED_SLOT }],
    decide({ revision, steps: ticked }, { settings, data, context }) {
      if (data.totals) return refuse("closed");
      const known = new Set(stepsOf(settings).map((step) => step.key));
      if (ticked.some((step) => !known.has(step))) return refuse("bad-input");
      // In one order, so that a repeat is known as one.
      const steps = [...new Set(ticked)].sort();
      if (steps.length > ticksMaxOf(settings)) return refuse("bad-input");
      return putBallots<CommitEvent>(context, revision, [[FINISHED_SLOT, { steps }]]);
    },
  }),
};

export function evolveCommit(data: CommitData, { finished, steps, other }: CommitEvent): void {
  data.totals = { finished, steps, other };
}

/** The one result that remains; the reports go with the same transaction. */
export function countFinished({
  settings,
  data,
  context,
}: RuleInput<CommitSettings, CommitData>): Decision<CommitEvent> {
  if (data.totals) return accept();
  const counted = (
    finished: number | null,
    steps: Record<string, number> | null = null,
    other = 0,
  ) =>
    accept<CommitEvent>(
      [{ type: "finishedCounted", finished, steps, other }],
      [{ op: "eraseActivity" }],
    );
  const ballots = context.sealed.ballots().map((each) => finishedBallot.parse(each.content));
  if (ballots.length < context.k.scores) return counted(null);
  // The contributors of this result are those who shared a step, not all who finished.
  const sharing = ballots.filter((ballot) => ballot.steps.length > 0);
  if (sharing.length < context.k.scores) return counted(ballots.length);
  const told = ticksMaxOf(settings) === 1 ? ballots : sharing;
  const { shown, other } = countedSteps(
    settings,
    told.map(({ steps }) => steps),
  );
  return counted(
    ballots.length,
    Object.fromEntries(shown.map(({ key, count: n }) => [key, n])),
    other,
  );
}
