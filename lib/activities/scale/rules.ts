import { type ActivityRules, accept, type RuleContext, refuse } from "@/lib/activities/kit";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import {
  type ItemTotals,
  type ScaleCommand,
  type ScaleEvent,
  type ScoreBallot,
  scoreBallot,
} from "@/lib/activities/scale/schema";
import { histogramOf, SCORE_MAX } from "@/lib/activities/score-schema";

export interface ScaleData {
  /** Totals per item, once closed; null while asking. */
  totals: Record<string, ItemTotals> | null;
}

/**
 * Ratings from 0 to 10: ask → show. Each item is a ballot of its own under its own tag, so that the
 * items of one person are not linked, and the phone sends its "before" along itself, so that the
 * server links nothing (activities.md, before/after measure).
 */
export const scaleRules: ActivityRules<ScaleSettings, ScaleData, ScaleCommand, ScaleEvent> = {
  phases: () => ["ask", "show"],
  initial: () => ({ totals: null }),
  reads: (command) => command.scores.map(({ item }) => ({ of: "ballot", slot: item })),

  decide({ settings, data, role, command, context }) {
    if (role !== "participant") return refuse("not-allowed");
    if (data.totals) return refuse("closed");
    const known = new Set(settings.items.map((item) => item.key));
    if (command.scores.some(({ item }) => !known.has(item))) return refuse("bad-input");
    return accept<ScaleEvent>(
      [],
      command.scores.flatMap(({ item, score, before }) => {
        const tag = context.tag(item);
        const stored = context.sealed.ballot(item, tag);
        if (stored && stored.revision >= command.revision) return [];
        const content: ScoreBallot = { score, before: settings.pairWith === null ? null : before };
        return [
          { op: "putBallot", ballot: { slot: item, tag, revision: command.revision, content } },
        ];
      }),
    );
  },

  enter({ settings, data, phase, context }) {
    return phase === "show" && !data.totals ? count(settings, context) : accept();
  },

  close({ settings, data, context }) {
    return data.totals ? accept() : count(settings, context);
  },

  evolve(data, event) {
    data.totals = event.items;
  },

  canGoBack: () => false,
};

/** The totals that remain; the ballots go with the same transaction. */
function count(settings: ScaleSettings, context: RuleContext) {
  const items: Record<string, ItemTotals> = {};
  const ballots = context.sealed.ballots();
  for (const { key } of settings.items) {
    const scores = ballots
      .filter((ballot) => ballot.slot === key)
      .map((ballot) => scoreBallot.parse(ballot.content));
    items[key] = totalsOf(scores, context.k.scores);
  }
  return accept<ScaleEvent>([{ type: "scoresCounted", items }], [{ op: "eraseActivity" }]);
}

/** Histograms of one item, nothing of what fewer than `k` people gave. */
export function totalsOf(scores: readonly ScoreBallot[], k: number): ItemTotals {
  const pairs = scores.flatMap(({ score, before }) => (before === null ? [] : [{ score, before }]));
  return {
    n: scores.length >= k ? scores.length : 0,
    counts: scores.length >= k ? histogramOf(scores.map((each) => each.score)) : null,
    paired:
      pairs.length >= k
        ? {
            n: pairs.length,
            before: histogramOf(pairs.map((each) => each.before)),
            after: histogramOf(pairs.map((each) => each.score)),
            change: histogramOf(
              pairs.map((each) => each.score - each.before),
              -SCORE_MAX,
            ),
          }
        : null,
  };
}
