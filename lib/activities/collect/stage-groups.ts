import type { RevealedCard } from "@/lib/activities/card-schema";
import { COLUMN_CARDS_SHOWN, columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { Column } from "@/lib/activities/collect/schema";
import { CELL_MIN } from "@/lib/activities/small-cells";
import type { Words } from "@/lib/words";

/** Cards of one theme or column as the stage shows them; of no name: what is in none, or in one that few cards are in. */
export interface ThemeGroup {
  id: string;
  name: string | Words | null;
  cards: RevealedCard[];
  /** How many there are, also where fewer stand here. */
  total: number;
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
  return withOthers(all, cards);
}

/**
 * Column by column, as the plan has them, with as many cards of each as a room reads. None where no column is told
 * of enough cards.
 */
export function columnGroups(
  columns: readonly Column[],
  cards: readonly RevealedCard[],
): ThemeGroup[] {
  const all = columns.map(({ key, name }) => ({
    ...{ id: key, name },
    cards: cards.filter(({ attributes }) => columnOf(attributes) === key),
  }));
  return withOthers(all, cards).map((group) => ({
    ...group,
    // Sorted by their random ids: which ones these are is chance.
    cards: group.cards.slice(0, COLUMN_CARDS_SHOWN),
  }));
}

function withOthers(
  all: readonly Omit<ThemeGroup, "total">[],
  cards: readonly RevealedCard[],
): ThemeGroup[] {
  const shown = all.filter((group) => group.cards.length >= CELL_MIN);
  if (shown.length === 0) return [];
  const inGroups = new Set(shown.flatMap((group) => group.cards.map(({ id }) => id)));
  const rest = cards.filter(({ id }) => !inGroups.has(id));
  const others = rest.length === 0 ? [] : [{ id: OTHERS, name: null, cards: rest }];
  return [...shown, ...others].map((group) => ({ ...group, total: group.cards.length }));
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
