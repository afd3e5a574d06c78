import { putBallots } from "@/lib/activities/ballots";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleContext,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import {
  answerChecks,
  type CheckKey,
  type CheckTotals,
  checkBallot,
  checkKeys,
  type PauseEvent,
  type PauseSettings,
  SETTLED_SLOT,
} from "@/lib/activities/pause/schema";
import { histogramOf } from "@/lib/activities/score-schema";

export interface PauseData {
  /** The closing's process check, once counted; null until the end. */
  totals: CheckTotals | null;
}

const command = commandsOf<PauseSettings, PauseData, PauseEvent>();

export const pauseCommands = {
  answerChecks: command({
    from: "participant",
    schema: answerChecks,
    reads: () => [...checkKeys, SETTLED_SLOT].map((slot) => ({ of: "ballot", slot })),
    decide({ revision, safe, useful, settled }, { settings, data, context }) {
      if (settings.role !== "closing") return refuse("not-allowed");
      if (data.totals) return refuse("closed");
      const answers = [
        ["safe", safe === null ? null : { score: safe }],
        ["useful", useful === null ? null : { score: useful }],
        [SETTLED_SLOT, settled === null ? null : { settled }],
      ] as const;
      return putBallots<PauseEvent>(
        context,
        revision,
        answers.flatMap(([slot, content]) => (content === null ? [] : [[slot, content] as const])),
      );
    },
  }),
};

export function closePause({
  settings,
  data,
  context,
}: RuleInput<PauseSettings, PauseData>): Decision<PauseEvent> {
  if (settings.role !== "closing" || data.totals) return accept();
  const totals = { safe: spread("safe", context), useful: spread("useful", context) };
  return accept<PauseEvent>([{ type: "checksCounted", totals }]);
}

export function evolvePause(data: PauseData, event: PauseEvent): void {
  data.totals = event.totals;
}

function spread(slot: CheckKey, context: RuleContext): number[] | null {
  const scores = context.sealed
    .ballots()
    .filter((each) => each.slot === slot)
    .map((each) => checkBallot.parse(each.content).score);
  return scores.length < context.k.scores ? null : histogramOf(scores);
}
