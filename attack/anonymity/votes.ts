import * as z from "zod";
import type { Evidence } from "@/attack/anonymity/evidence";
import { halfOf, type Round } from "@/attack/anonymity/guess";
import { attackPlan } from "@/attack/anonymity/plan";
import { witnessOf } from "@/attack/witnesses";
import { kindOf } from "@/lib/activities/kinds";
import type { Counted } from "@/lib/activities/witness";
import { upcast } from "@/lib/upcast";

/** A row of the log as the dump gives it, beside what Postgres keeps of it. */
const logged = z.object({
  row: z.object({
    seq: z.number(),
    event: z.object({
      type: z.literal("activity"),
      activity: z.string(),
      event: z.looseObject({}),
    }),
  }),
});

/** The results that the log tells of each activity, its choices in the order of their row. */
function resultsIn({ rows }: Evidence): { activity: string; counted: Counted }[] {
  const events = rows
    .flatMap(({ row }) => {
      const parsed = logged.safeParse(row);
      return parsed.success ? [parsed.data.row] : [];
    })
    .sort((a, b) => a.seq - b.seq);
  return attackPlan.flatMap(({ key, kind }) => {
    // With what is told of cards: dots may lie on them.
    const own = events
      .flatMap(({ event }) => (event.activity === key ? [event.event] : []))
      .map((event) => upcast(event, kindOf(kind).upcasts.events));
    const counted = witnessOf(kind).ballots?.counted(own) ?? [];
    return counted.map((each) => ({ activity: key, counted: each }));
  });
}

/**
 * Votes, dots, scores and answers as rounds: each one that was counted is a "card" with the facts of
 * what it went to, and its "authors" are the voters. A guess is right where that voter chose that. `only`: of the
 * activity with this key alone.
 */
export function ballots(all: readonly Evidence[], only?: string): Round[] {
  return all.flatMap((evidence, number) => {
    const { trace } = evidence;
    return resultsIn(evidence).flatMap(({ activity, counted: { slot, cells } }): Round[] => {
      if (cells.length === 0 || activity !== (only ?? activity)) return [];
      const cast = trace.votes.filter((vote) => vote.activity === activity && vote.slot === slot);
      const places = cells.flatMap(({ choice, count }) =>
        Array.from({ length: count }, () => ({ choice, count })),
      );
      // The voters in the order in which they were seen; their "author" is their choice.
      const cards = cast.flatMap(({ voter, content, votedAt }) =>
        cells.flatMap(({ choice, worth }) =>
          Array.from({ length: worth(content) }, () => ({
            text: voter,
            author: choice,
            facts: new Map<string, number>([
              ["voted", votedAt],
              ["joined", trace.joined.indexOf(voter)],
            ]),
          })),
        ),
      );
      // Where nothing is known to have been cast, nothing can be guessed right or wrong.
      if (cards.length === 0) return [];
      const inOrder = (order: typeof places) => order.map(({ choice }) => choice);
      return [
        {
          session: trace.session,
          half: halfOf(number),
          cards,
          timelines: new Map([
            ["place in the totals", inOrder(places)],
            ["number of votes", inOrder([...places].sort((a, b) => b.count - a.count))],
            ["ids", inOrder([...places].sort((a, b) => (a.choice < b.choice ? -1 : 1)))],
          ]),
        },
      ];
    });
  });
}
