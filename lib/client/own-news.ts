import type { DeviceRecord } from "@/lib/client/device-record";
import { randomSecret } from "@/lib/client/random";
import { MARKS_ASKED } from "@/lib/session/commands";
import type { OwnCardsAnswer } from "@/lib/session/own-cards-answer";

/** Marks to ask about: newest first where there are too many, filled up with random ones, shuffled. */
export function marksToAsk({
  cards,
}: {
  cards: readonly Pick<DeviceRecord["cards"][number], "mark" | "sent" | "withdrawn">[];
}): string[] {
  const marks = cards
    .filter((card) => card.sent !== null && !card.withdrawn)
    .map((card) => card.mark)
    .reverse()
    .slice(0, MARKS_ASKED);
  while (marks.length < MARKS_ASKED) marks.push(randomSecret());
  // Sorting random secrets is a shuffle.
  return marks.sort();
}

/** So many phones of a room ask in a second: some ten to each batch of the server's (P38). */
const ASKING_PER_SECOND = 200;
/** Nobody waits longer than this before asking, however many there are. */
const ASKED_WITHIN_MS = 2_000;

/**
 * How long a phone waits before it asks, in ms, of a room in which so many are there. `chance`: from 0 to 1, drawn anew each
 * time and by nothing that is on the phone, so that when somebody asks says nothing either (P328).
 */
export const msUntilAsking = (there: number, chance: number): number =>
  chance * Math.min(ASKED_WITHIN_MS, (there / ASKING_PER_SECOND) * 1_000);

/** What the device knows after the answer to `asked`. */
export function withNews(
  record: DeviceRecord,
  { asked, own }: { asked: readonly string[]; own: OwnCardsAnswer["own"] },
): DeviceRecord {
  const newsOf = new Map(own.map(({ at, ...news }) => [asked[at], news]));
  const wasAsked = new Set(asked);
  return {
    ...record,
    cards: record.cards.map((card) => {
      if (!wasAsked.has(card.mark)) return card;
      const news = newsOf.get(card.mark);
      // What was read once stays on this device, also after the server has forgotten it.
      return { ...card, standing: news?.standing ?? null, reply: news?.reply ?? card.reply };
    }),
  };
}
