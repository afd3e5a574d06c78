import * as z from "zod/mini";
import { hash, randomId } from "@/lib/ids";

/** The longest card any plan may allow; the plan's own limit is checked by the rules. */
export const CARD_CHARACTERS_MAX = 1000;

/** Cards of one person in one activity: more are not read by a room any more. */
export const CARDS_EACH_MAX = 10;

/** What only cards of one kind carry, by name: that kind's schema says what, and nothing else looks inside. */
export const cardAttributes = z.record(z.string(), z.nullable(z.string()));

/** A revealed card. One serialisation, equal bytes for every audience (anonymity.md, rule 3). */
export const revealedCard = z.strictObject({
  id: randomId,
  text: z.string(),
  attributes: cardAttributes,
  /** Its author's choice: phones and facilitators see the card, stage and quotes don't. */
  notForStage: z._default(z.boolean(), false),
  /** With the mark's secret a phone knows its own card; nobody else can. */
  markHash: hash,
});

/** What only facilitators see beside a card, keyed by the card's id. */
export const cardConsents = z.strictObject({
  mayBeCase: z.boolean(),
  mayBeQuoted: z.boolean(),
  /** Its author's tag: it was unfair or hurtful, so nobody is to reread it. No facilitator takes it off. */
  unfair: z.boolean(),
  /** The same, by a facilitator, who may take it off again. */
  tagged: z.boolean(),
  /** A paper card that a facilitator typed in and so has seen. Only facilitators are told (decision 0071). */
  typedIn: z.optional(z.boolean()),
});

/** A card under review, as facilitators see it. The id means nothing outside review. */
export const reviewCard = z.strictObject({
  id: randomId,
  text: z.string(),
  attributes: cardAttributes,
  notForStage: z.boolean(),
  ...cardConsents.shape,
  /** Cards of one batch are reviewed and revealed together. */
  batch: z.int(),
  held: z.boolean(),
});

/** What its author's device alone is told of a card that is still sealed. */
export const cardStanding = z.enum([
  /** Kept out of a reveal that has been: it stays with the facilitator. */
  "held",
  /** Not revealed yet. */
  "waiting",
]);

/**
 * Whether a card may become a case: its author allows it, and nobody said that it was unfair.
 * Discrimination, violence, bullying and bereavement are not for rereading (activities.md).
 */
export const mayBecomeCase = ({ mayBeCase, unfair, tagged }: CardConsents): boolean =>
  mayBeCase && !unfair && !tagged;

export type CardAttributes = z.infer<typeof cardAttributes>;
export type RevealedCard = z.infer<typeof revealedCard>;
export type CardConsents = z.infer<typeof cardConsents>;
export type ReviewCard = z.infer<typeof reviewCard>;
export type CardStanding = z.infer<typeof cardStanding>;
