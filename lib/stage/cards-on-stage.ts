import type { RevealedCard } from "@/lib/activities/card-schema";
import type { SessionView } from "@/lib/session/view-schema";

/**
 * What a stage has of these cards, sorted by their random ids: an order that says nothing. The console's copy leaves out
 * what a stage's own view does not hold.
 */
export const cardsOnStage = (cards: SessionView["cards"]): RevealedCard[] =>
  Object.values(cards)
    .filter((card) => !card.notForStage)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
