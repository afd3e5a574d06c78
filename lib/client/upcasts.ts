import { isObject, type Upcast } from "@/lib/session/upcast";

/** Before cards could be tagged as unfair nobody had tagged one. */
const withoutTags: Upcast = (record) =>
  Array.isArray(record.cards)
    ? {
        ...record,
        cards: record.cards.map((card: unknown) =>
          isObject(card) ? { ...card, unfair: false } : card,
        ),
      }
    : record;

/** From version to version of what a device keeps of a session. */
export const deviceUpcasts: readonly Upcast[] = [
  // 2: what was handed in may be in "conflict" with another page's (P135). Nothing was before.
  (stored) => stored,
  // 3: a card may be tagged as unfair.
  withoutTags,
  // 4: the pass (P111). Whoever joined before has none, and gets one when it connects.
  (stored) => stored,
];
