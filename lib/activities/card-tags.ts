import * as z from "zod/mini";
import type { CardTagEvent } from "@/lib/activities/card-events";
import { gatheredCard } from "@/lib/activities/cards";
import {
  accept,
  type CardBatches,
  commandsOf,
  type Decision,
  type RuleContext,
  refuse,
} from "@/lib/activities/contract";
import { randomId } from "@/lib/ids";

/**
 * Tags a card that facilitators see, under review or revealed, or takes their tag off: it may not
 * become a case. Its author's own tag stands beside it and stays.
 */
function tagCard(
  data: CardBatches,
  context: RuleContext,
  command: { card: string; tagged: boolean },
): Decision<CardTagEvent> {
  if (data.reviewed === null || !data.enough) return refuse("wrong-phase");
  const { card: cardId, tagged } = command;
  const consents = data.consents.get(cardId);
  if (consents) {
    const isSo = consents.tagged === tagged;
    return accept<CardTagEvent>(isSo ? [] : [{ type: "cardTagged", cardId, tagged }]);
  }
  const card = gatheredCard(data, context, cardId);
  if (!card) return refuse("closed");
  return accept([], [{ op: "putCard", card: { ...card, tagged } }]);
}

/** Applies the tag of a revealed card, in place. */
export function evolveTag({ consents }: CardBatches, { cardId, tagged }: CardTagEvent): void {
  const before = consents.get(cardId);
  if (before) consents.set(cardId, { ...before, tagged });
}

/** By the id under which facilitators see the card. */
const tagged = z.strictObject({ type: z.literal("tagCard"), card: randomId, tagged: z.boolean() });

/** The command of kinds whose cards may become cases. */
export const tagCommands = <Settings, Data extends CardBatches>() => ({
  tagCard: commandsOf<Settings, Data, CardTagEvent>()({
    from: "facilitator",
    schema: tagged,
    reads: ({ card }) => [{ of: "gathered", reviewId: card }],
    decide: (tag, { data, context }) => tagCard(data, context, tag),
  }),
});
