import { putBallots } from "@/lib/activities/ballots";
import {
  accept,
  commandsOf,
  type Decision,
  type RuleInput,
  refuse,
} from "@/lib/activities/contract";
import type { Asking } from "@/lib/activities/scale/asking";
import {
  castScores,
  type ItemTotals,
  recallScores,
  type ScaleEvent,
  type ScaleSettings,
  type ScoreBallot,
  type Shift,
  scoreBallot,
} from "@/lib/activities/scale/schema";
import { directionsOf, shiftOf } from "@/lib/activities/scale/shift";
import { histogramOf } from "@/lib/activities/score-schema";
import { recallAnswer } from "@/lib/series/series-schema";

export interface ScaleData {
  asking: Asking;
  /** Asked once: totals per item, once closed; null while asking. */
  totals: Record<string, ItemTotals> | null;
  /** A second asking: how the pairs moved, once closed. */
  shifts: Record<string, Shift | null> | null;
  /** A first asking that release 1 has counted: the room saw its result. */
  wasShown: boolean;
}

const command = commandsOf<ScaleSettings, ScaleData, ScaleEvent>();

export const scaleCommands = {
  // Apart from the answers: no ballot holds words, nor what anything could be found by.
  recallScores: command({
    from: "participant",
    schema: recallScores,
    reads: ({ words }) => [{ of: "series", words }],
    decide({ words }, { settings: { items, series }, data, context }) {
      if (series !== "recall") return refuse("not-allowed");
      if (data.shifts) return refuse("closed");
      const questions = items.map(({ key }) => key);
      return accept<ScaleEvent>([], [], recallAnswer(context.seriesScores(words), questions));
    },
  }),
  castScores: command({
    from: "participant",
    schema: castScores,
    reads: ({ scores }) => scores.map(({ item }) => ({ of: "ballot", slot: item })),
    decide({ revision, scores }, { settings, data, context }) {
      const { asking, totals, shifts } = data;
      if (asking === "first") return refuse("not-allowed");
      if (totals || shifts) return refuse("closed");
      const known = new Set(settings.items.map((item) => item.key));
      if (scores.some(({ item }) => !known.has(item))) return refuse("bad-input");
      // Without a partner it must not even be stored.
      if (
        asking === "second" &&
        scores.some(({ score, before }) => score === null || before === null)
      ) {
        return refuse("bad-input");
      }
      return putBallots<ScaleEvent>(
        context,
        revision,
        scores.map(({ item, score, before }) => {
          const content: ScoreBallot = { score, before: asking === "second" ? before : null };
          return [item, content];
        }),
      );
    },
  }),
};

export function evolveScale(data: ScaleData, event: ScaleEvent): void {
  if (event.type === "scoresCounted") data.totals = event.items;
  else if (event.type === "pairsCounted") data.shifts = event.items;
  else evolveEachTime(data, Object.entries(event.items));
}

/** The one result that remains; the ballots go with the same transaction. */
export function countScores({
  settings,
  data,
  earlier,
  context,
}: RuleInput<ScaleSettings, ScaleData>): Decision<ScaleEvent> {
  const { asking, totals, shifts } = data;
  if (asking === "first" || totals || shifts) return accept();
  const { pairWith, series } = settings;
  // The first answers were part of what an earlier meeting saw, by other people than are here now.
  const wasFirstShown =
    series === "recall" || (pairWith !== null && (earlier.facts(pairWith).wasShown ?? false));
  const ballots = context.sealed.ballots();
  const of = (item: string): ScoreBallot[] =>
    ballots.filter(({ slot }) => slot === item).map(({ content }) => scoreBallot.parse(content));
  const k = context.k.scores;
  const keys = settings.items.map(({ key }) => key);
  const event: ScaleEvent =
    asking === "second"
      ? {
          type: "pairsCounted",
          items: Object.fromEntries(
            keys.map((key) => [key, shiftOf(pairsIn(of(key)), k, wasFirstShown)]),
          ),
        }
      : {
          type: "scoresCounted",
          items: Object.fromEntries(keys.map((key) => [key, totalsOf(of(key), k)])),
        };
  return accept<ScaleEvent>([event], [{ op: "eraseActivity" }]);
}

function pairsIn(ballots: readonly ScoreBallot[]) {
  return ballots.flatMap(({ score, before }) =>
    score === null || before === null ? [] : [{ score, before }],
  );
}

/** How often each score was given; nothing of what fewer than `k` people gave. */
function totalsOf(ballots: readonly ScoreBallot[], k: number): ItemTotals {
  const scores = ballots.flatMap(({ score }) => (score === null ? [] : [score]));
  if (scores.length < k) return { n: 0, counts: null };
  return { n: scores.length, counts: histogramOf(scores) };
}

/**
 * What release 1 has counted. The room saw the scores of both askings then: so nothing of the first is
 * shown any more, and of the second only which way its pairs moved.
 */
function evolveEachTime(
  data: ScaleData,
  items: [string, Extract<ScaleEvent, { type: "eachAskingCounted" }>["items"][string]][],
): void {
  switch (data.asking) {
    case "once":
      data.totals = Object.fromEntries(items.map(([key, { n, counts }]) => [key, { n, counts }]));
      return;
    case "first":
      data.wasShown = items.some(([, { counts }]) => counts !== null);
      return;
    case "second":
      data.shifts = Object.fromEntries(
        items.map(([key, { change }]) => [key, change && directionsOf(change)]),
      );
  }
}
