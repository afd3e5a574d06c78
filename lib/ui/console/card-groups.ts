import type { ReactNode } from "react";
import type { CardAttributes } from "@/lib/activities/card-schema";

/** Cards of a list that stand together under a title. */
export interface CardGroup {
  title: ReactNode;
  has: (card: { attributes: CardAttributes }) => boolean;
}

/** Cards group by group, without empty ones; all in one without a title where there are no groups. */
export function inGroups<Card extends { attributes: CardAttributes }>(
  cards: readonly Card[],
  groups: readonly CardGroup[] | undefined,
): { title: ReactNode; cards: Card[] }[] {
  if (groups === undefined) return [{ title: null, cards: [...cards] }];
  return groups
    .map(({ title, has }) => ({ title, cards: cards.filter(has) }))
    .filter((group) => group.cards.length > 0);
}
