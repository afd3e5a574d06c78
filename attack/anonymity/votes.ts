import * as z from "zod";
import type { Evidence } from "@/attack/anonymity/evidence";
import type { Round } from "@/attack/anonymity/guess";

const numbers = z.record(z.string(), z.number());
const histogram = z.array(z.number());
const cell = z.object({ parts: z.array(z.number()), count: z.number() });

/** Every event by which ballots become totals, as it stands in the log. */
const counted = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("votesCounted"),
    cases: z.record(
      z.string(),
      z.object({ readings: z.nullable(z.record(z.string(), z.object({ votes: z.number() }))) }),
    ),
  }),
  z.object({ type: z.literal("dotsCounted"), dots: z.nullable(numbers) }),
  z.object({
    type: z.literal("pairsCounted"),
    items: z.record(z.string(), z.nullable(z.object({ directions: z.nullable(z.array(cell)) }))),
  }),
  z.object({ type: z.literal("finishedCounted"), steps: z.nullable(numbers) }),
  z.object({
    type: z.literal("checksCounted"),
    totals: z.record(z.string(), z.nullable(histogram)),
  }),
]);

const logged = z.object({
  row: z.object({ event: z.object({ event: counted, activity: z.string() }) }),
});

/** How often each choice was made, by question; in the order of the row. */
function totalsIn(row: unknown): [string, Record<string, number>][] {
  const parsed = logged.safeParse(row);
  if (!parsed.success) return [];
  const { activity, event } = parsed.data.row.event;
  const of = (
    slot: string,
    totals: Record<string, number> | number[] | null,
  ): [string, Record<string, number>][] =>
    totals === null ? [] : [[`${activity}/${slot}`, Object.fromEntries(Object.entries(totals))]];
  switch (event.type) {
    case "votesCounted":
      return Object.entries(event.cases).flatMap(([id, { readings }]) =>
        of(
          id,
          readings &&
            Object.fromEntries(Object.entries(readings).map(([key, { votes }]) => [key, votes])),
        ),
      );
    case "dotsCounted":
      return of("dots", event.dots);
    case "pairsCounted":
      return Object.entries(event.items).flatMap(([item, shift]) => {
        const cells = shift?.directions?.map(({ parts, count }) => [parts.join("|"), count]);
        return of(item, cells ? Object.fromEntries(cells) : null);
      });
    case "finishedCounted":
      return of("steps", event.steps);
    case "checksCounted":
      return Object.entries(event.totals).flatMap(([key, totals]) => of(key, totals));
  }
}

const revealed = z.object({
  row: z.object({
    event: z.object({
      event: z.object({ cards: z.array(z.object({ id: z.string(), text: z.string() })) }),
    }),
  }),
});

/**
 * Votes, dots, scores and answers as rounds: each one that was counted is a "card" with the facts of
 * what it went to, and its "authors" are the voters. A guess is right where that voter chose that.
 */
export function ballots(all: readonly Evidence[]): Round[] {
  return all.flatMap(({ trace, rows }, number) => {
    const texts = new Map(
      rows.flatMap(({ row }) => {
        const event = revealed.safeParse(row);
        return event.success
          ? event.data.row.event.event.cards.map(({ id, text }): [string, string] => [id, text])
          : [];
      }),
    );
    return rows.flatMap(({ row }): Round[] =>
      totalsIn(row).map(([question, totals]) => {
        const cast = trace.votes.filter((vote) => vote.question === question);
        const places = Object.entries(totals).flatMap(([id, n]) =>
          Array.from({ length: n }, () => ({ text: texts.get(id) ?? id, id, n })),
        );
        return {
          session: trace.session,
          half: number % 2 === 0 ? (0 as const) : (1 as const),
          // The voters in the order in which they were seen; their "author" is their choice.
          cards: cast.map(({ voter, choice, votedAt }) => ({
            text: voter,
            // Directions of few people are one.
            author: Object.keys(totals).find((key) => key.split("|").includes(choice)) ?? choice,
            facts: new Map<string, number>([
              ["voted", votedAt],
              ["joined", trace.joined.indexOf(voter)],
            ]),
          })),
          timelines: new Map([
            ["place in the totals", places.map(({ text }) => text)],
            ["number of votes", [...places].sort((a, b) => b.n - a.n).map(({ text }) => text)],
            ["ids", [...places].sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ text }) => text)],
          ]),
        };
      }),
    );
  });
}
