import * as z from "zod/mini";
import { cardStanding } from "@/lib/activities/card-schema";

/** What the author of a card is told. `at` is the mark's place in the question. */
const ownCardNews = z.strictObject({
  at: z.int(),
  standing: z.nullable(cardStanding),
  reply: z.nullable(z.string()),
});

/**
 * The answer to `askAboutOwnCards`: as many bytes for every phone. By itself, since phones read it and would
 * download every kind's rules with what makes it (`author-contact.ts`).
 */
export const ownCardsAnswer = z.strictObject({ own: z.array(ownCardNews), padding: z.string() });

export type OwnCardNews = z.infer<typeof ownCardNews>;
export type OwnCardsAnswer = z.infer<typeof ownCardsAnswer>;
