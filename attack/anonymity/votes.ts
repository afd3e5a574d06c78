import * as z from "zod";
import type { Evidence } from "@/attack/anonymity/evidence";
import type { Round } from "@/attack/anonymity/guess";

const counted = z.object({
  row: z.object({
    event: z.object({
      event: z.object({
        type: z.literal("votesCounted"),
        cases: z.record(
          z.string(),
          z.object({ readings: z.nullable(z.record(z.string(), z.object({ votes: z.number() }))) }),
        ),
      }),
      activity: z.string(),
    }),
  }),
});

const revealed = z.object({
  row: z.object({
    event: z.object({
      event: z.object({ cards: z.array(z.object({ id: z.string(), text: z.string() })) }),
    }),
  }),
});

/**
 * Votes as rounds: each vote that was counted is a "card" with the facts of the reading it went to,
 * and its "authors" are the voters. A guess is right where that voter chose that reading.
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
    return rows.flatMap(({ row }): Round[] => {
      const event = counted.safeParse(row);
      if (!event.success) return [];
      const { activity, event: votes } = event.data.row.event;
      return Object.entries(votes.cases).flatMap(([caseId, { readings }]): Round[] => {
        if (readings === null) return [];
        const question = `${activity}/${caseId}`;
        const cast = trace.votes.filter((vote) => vote.question === question);
        const places = Object.entries(readings).flatMap(([id, { votes: n }], place) =>
          Array.from({ length: n }, () => ({ text: texts.get(id) ?? "", id, place, n })),
        );
        return [
          {
            session: trace.session,
            half: number % 2 === 0 ? 0 : 1,
            // The voters in the order in which they were seen; their "author" is their choice.
            cards: cast.map(({ voter, choice, votedAt }) => ({
              text: voter,
              author: choice,
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
          },
        ];
      });
    });
  });
}
