import { gatheredCard } from "@/lib/activities/cards";
import {
  accept,
  type CardBatches,
  type Decision,
  type RuleContext,
  refuse,
} from "@/lib/activities/kit";

/** Of kinds whose cards may become cases. */
export interface CardTagEvent {
  type: "cardTagged";
  cardId: string;
  tagged: boolean;
}

/**
 * Tags a card that facilitators see, under review or revealed, or takes their tag off: it may not
 * become a case. Its author's own tag stands beside it and stays.
 */
export function tagCard(
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
