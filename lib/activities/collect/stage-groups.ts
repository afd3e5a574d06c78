import type { RevealedCard } from "@/lib/activities/card-schema";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** Cards of one theme as the stage shows them; of no name: what is in none, or in one that few cards are in. */
export interface ThemeGroup {
  id: string;
  name: string | null;
  cards: RevealedCard[];
}

/** The stack beside the themes. Themes have random ids of another form. */
const OTHERS = "others";

/**
 * Theme by theme, in the order the facilitator made them, and last what is not sorted, or in a theme of one or two
 * cards. None where no theme has more: then the cards are better read without.
 */
export function themeGroups(
  { themes, sorted }: Pick<CollectRecord, "themes" | "sorted">,
  cards: readonly RevealedCard[],
): ThemeGroup[] {
  const all = themes.map(({ id, name }) => ({
    ...{ id, name },
    cards: cards.filter((card) => sorted[card.id] === id),
  }));
  const shown = all.filter((theme) => theme.cards.length >= CELL_MIN);
  if (shown.length === 0) return [];
  const inThemes = new Set(shown.flatMap((theme) => theme.cards.map(({ id }) => id)));
  const rest = cards.filter(({ id }) => !inThemes.has(id));
  return rest.length === 0 ? shown : [...shown, { id: OTHERS, name: null, cards: rest }];
}

/**
 * Two long cards, two short ones, and so on: a column of the stage holds one of each, so that there
 * are half as many pages to turn. Length and random ids are all that this order knows.
 */
export function fillingPages(cards: readonly RevealedCard[]): RevealedCard[] {
  const rest = [...cards].sort((a, b) => b.text.length - a.text.length || (a.id < b.id ? -1 : 1));
  const ordered: RevealedCard[] = [];
  while (rest.length > 0) {
    ordered.push(...rest.splice(0, 2));
    ordered.push(...rest.splice(-2, 2).reverse());
  }
  return ordered;
}
