import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";

/** Before cards could be tagged nobody had tagged one. */
export const withoutTags: Upcast = (event) => {
  if (event.type !== "cardsRevealed" || !isObject(event.consents)) return event;
  const consents = Object.entries(event.consents).map(([id, each]) => [
    id,
    isObject(each) ? { ...each, unfair: false, tagged: false } : each,
  ]);
  return { ...event, consents: Object.fromEntries(consents) };
};

/** Before, each card had reframe's attributes beside its text; now a card holds its own kind's in `attributes`. */
export const withAttributes =
  (...names: readonly string[]): Upcast =>
  (event) => {
    if (event.type !== "cardsRevealed" || !Array.isArray(event.cards)) return event;
    return { ...event, cards: event.cards.map((card: unknown) => inAttributes(card, names)) };
  };

/** A card as version 1 had it: also of the rows in which cards are sealed. */
export function inAttributes(card: unknown, names: readonly string[]): unknown {
  if (!isObject(card)) return card;
  const { caseId, lens, ...rest } = card;
  const before: StoredObject = { caseId, lens };
  return { ...rest, attributes: Object.fromEntries(names.map((name) => [name, before[name]])) };
}
