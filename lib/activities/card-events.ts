import * as z from "zod/mini";
import { cardConsents, revealedCard } from "@/lib/activities/card-schema";
import { randomId } from "@/lib/ids";

/** The events by which the batches of a kind with cards change; members of that kind's event schema. */
export const cardEvent = z.discriminatedUnion("type", [
  /** Writing closed for a batch. `enough` false: nobody is shown anything, talk instead. */
  z.strictObject({ type: z.literal("writingClosed"), batch: z.int(), enough: z.boolean() }),
  z.strictObject({
    type: z.literal("cardsRevealed"),
    batch: z.int(),
    cards: z.array(revealedCard),
    consents: z.record(randomId, cardConsents),
  }),
  z.strictObject({ type: z.literal("revealSuppressed"), batch: z.int() }),
  /** Cards that came after the reveal and were destroyed at the close. */
  z.strictObject({ type: z.literal("lateCardsDestroyed"), count: z.int() }),
  /** Cards that nobody saw, because the activity was left before its reveal; 0: none, or too few to count. */
  z.strictObject({ type: z.literal("unshownCardsDestroyed"), count: z.int() }),
]);

/** Of kinds whose cards may become cases. */
export const cardTagged = z.strictObject({
  type: z.literal("cardTagged"),
  cardId: randomId,
  tagged: z.boolean(),
});

export type CardBatchEvent = z.infer<typeof cardEvent>;
export type CardTagEvent = z.infer<typeof cardTagged>;
