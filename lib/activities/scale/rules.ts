import { type ActivityRules, accept, type RuleContext, refuse } from "@/lib/activities/kit";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import {
  type ItemTotals,
  type ScaleCommand,
  type ScaleEvent,
  type ScoreBallot,
  scaleTotals,
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

  enter({ settings, data, phase, earlier, context }) {
    if (phase !== "show" || data.totals) return accept();
    const before = settings.pairWith === null ? null : earlier.totals(settings.pairWith);
    return count(settings, context, scaleTotals.parse(before));
  },

  /** Closed without having been shown: nothing is kept beside which something else could be put. */
  close({ settings, data, context }) {
    return data.totals ? accept() : count(settings, context, null);
  },

  evolve(data, event) {
    data.totals = event.items;
  },

  canGoBack: () => false,
};

/** The totals that remain; the ballots go with the same transaction. */
function count(
  settings: ScaleSettings,
  context: RuleContext,
  before: Record<string, ItemTotals> | null,
) {
  const items: Record<string, ItemTotals> = {};
  const ballots = context.sealed.ballots();
  for (const { key } of settings.items) {
    const scores = ballots
      .filter((ballot) => ballot.slot === key)
      .map((ballot) => scoreBallot.parse(ballot.content));
    items[key] = totalsOf(scores, context.k.scores, before?.[key] ?? null);
  }
  return accept<ScaleEvent>([{ type: "scoresCounted", items }], [{ op: "eraseActivity" }]);
}

/**
 * Histograms of one item, nothing of what fewer than `k` people gave. `before` are the totals of the
 * first asking: the room saw how everybody answered both times, so how the pairs did is kept only
 * where nobody, or at least `k` people, answered but once (anonymity.md, rule 6). Else only the
 * direction of changes is: their sum would tell the missing score too.
 */
export function totalsOf(
  scores: readonly ScoreBallot[],
  k: number,
  before: ItemTotals | null,
): ItemTotals {
  const pairs = scores.flatMap(({ score, before: own }) =>
    own === null ? [] : [{ score, before: own }],
  );
  const tellsNobody = (shown: number): boolean =>
    shown === pairs.length || shown - pairs.length >= k;
  const keeps =
    before !== null && tellsNobody(scores.length) && (!before.counts || tellsNobody(before.n));
  const kept = (values: number[]) => (keeps ? histogramOf(values) : null);
  const all = scores.map(({ score }) => score);
  const changes = pairs.map(({ score, before: own }) => score - own);
  return {
    n: scores.length >= k ? scores.length : 0,
    counts: scores.length >= k ? histogramOf(all) : null,
    paired:
      pairs.length >= k
        ? {
            n: pairs.length,
            before: kept(pairs.map((each) => each.before)),
            after: kept(pairs.map((each) => each.score)),
            change: histogramOf(keeps ? changes : changes.map(Math.sign), -SCORE_MAX),
          }
        : null,
  };
}
