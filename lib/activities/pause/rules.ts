import { putBallots } from "@/lib/activities/ballots";
import { type ActivityRules, accept, type RuleContext, refuse } from "@/lib/activities/kit";
import type { PauseCommand, PauseEvent, PauseSettings } from "@/lib/activities/pause/schema";
import {
  type CheckKey,
  type CheckTotals,
  checkBallot,
  checkKeys,
  SETTLED_SLOT,
} from "@/lib/activities/pause/schema";
import { histogramOf } from "@/lib/activities/score-schema";

export interface PauseData {
  /** The closing's process check, once counted; null until the end. */
  totals: CheckTotals | null;
}

/**
 * Text, or "look up". Agreeing is presence and stays on the phone: a pause stores nothing, but for
 * the closing. Its three questions are three ballots under tags of their own, so that the answers
 * of one person are not linked. The process check is counted when the session ends; "not settled
 * yet" is never counted here, only shown as a number while it can still be acted upon.
 */
export const pauseRules: ActivityRules<PauseSettings, PauseData, PauseCommand, PauseEvent> = {
  phases: () => ["show"],
  initial: () => ({ totals: null }),
  reads: () => [...checkKeys, SETTLED_SLOT].map((slot) => ({ of: "ballot", slot })),

  decide({ settings, data, role, command, context }) {
    if (role !== "participant" || settings.role !== "closing") return refuse("not-allowed");
    if (data.totals) return refuse("closed");
    const { revision, safe, useful, settled } = command;
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

  enter: () => accept(),

  close({ settings, data, context }) {
    if (settings.role !== "closing" || data.totals) return accept();
    const totals = { safe: spread("safe", context), useful: spread("useful", context) };
    return accept<PauseEvent>([{ type: "checksCounted", totals }]);
  },

  evolve(data, event) {
    data.totals = event.totals;
  },

  canGoBack: () => true,
};

function spread(slot: CheckKey, context: RuleContext): number[] | null {
  const scores = context.sealed
    .ballots()
    .filter((each) => each.slot === slot)
    .map((each) => checkBallot.parse(each.content).score);
  return scores.length < context.k.scores ? null : histogramOf(scores);
}
