import { type CardPlace, PLACE_CARDS_SHOWN, type PlaceOf } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { CELL_MIN } from "@/lib/activities/small-cells";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import type { ThemesRecord } from "@/lib/activities/theme-schema";
import type { Words } from "@/lib/words";

/** Cards of one theme or place as the stage shows them; of no name: what is in none, or in one that few cards are in. */
export interface StageGroup {
  id: string;
  name: string | Words | null;
  /** Of a theme in a zone: what the zone is called. */
  zone?: Words | undefined;
  /** Of a theme that has a colour of its own. */
  colour?: ThemeColour | null;
  cards: RevealedCard[];
  /** How many there are, also where fewer stand here. */
  total: number;
}

/** The stack beside the themes. Themes have random ids of another form. */
const OTHERS = "others";

type Sorted = Pick<ThemesRecord, "themes" | "sorted">;

/** How many cards a theme counts for; those that are shown, where nothing else is said. */
type SizeOf = (theme: string) => number;

const sizeShown =
  ({ sorted }: Sorted, cards: readonly RevealedCard[]): SizeOf =>
  (theme) =>
    cards.filter(({ id }) => sorted[id] === theme).length;

/** How many were put into a theme, also where some of them may not be shown. */
export const sizeKept =
  ({ sorted }: Sorted): SizeOf =>
  (theme) =>
    Object.values(sorted).filter((id) => id === theme).length;

/**
 * Theme by theme, in the order the facilitator made them, and last what is not sorted, or in a theme of one or two
 * cards. None where no theme has more: then the cards are better read without.
 */
export function themeGroups(
  record: Sorted,
  cards: readonly RevealedCard[],
  sizeOf: SizeOf = sizeShown(record, cards),
): StageGroup[] {
  const { themes, sorted } = record;
  const all = themes.map(({ id, name, colour }) => ({
    ...{ id, name, colour },
    cards: cards.filter((card) => sorted[card.id] === id),
    total: sizeOf(id),
  }));
  return withOthers(all, cards);
}

/**
 * Place by place, as the plan has them, with as many cards of each as a room reads. None where no place is told of
 * enough cards.
 */
export function placeGroups(
  places: readonly CardPlace[],
  placeOf: PlaceOf,
  cards: readonly RevealedCard[],
): StageGroup[] {
  const all = places.map(({ key, name }) => {
    const there = cards.filter(({ attributes }) => placeOf(attributes) === key);
    return { id: key, name, cards: there, total: there.length };
  });
  return withOthers(all, cards).map((group) => ({
    ...group,
    // Sorted by their random ids: which ones these are is chance.
    cards: group.cards.slice(0, PLACE_CARDS_SHOWN),
  }));
}

/**
 * Zone by zone its themes, and what of the zone is in none or in one of one or two cards. The zone itself is told of
 * all of them. Last what no zone is told of.
 */
export function zoneGroups(
  record: Sorted,
  { zones, placeOf }: { zones: readonly CardPlace[]; placeOf: PlaceOf },
  cards: readonly RevealedCard[],
  sizeOf: SizeOf = sizeShown(record, cards),
): StageGroup[] {
  const { themes, sorted } = record;
  const large = themes
    .map((theme) => ({
      ...theme,
      cards: cards.filter((card) => sorted[card.id] === theme.id),
      total: sizeOf(theme.id),
    }))
    .filter(({ total }) => total >= CELL_MIN);
  const placed = new Set(large.flatMap((theme) => theme.cards.map(({ id }) => id)));
  return [...zones, { key: null, name: null }]
    .flatMap(({ key, name }): StageGroup[] => {
      const loose = cards.filter(
        ({ id, attributes }) => placeOf(attributes) === key && !placed.has(id),
      );
      return [
        ...large
          .filter((theme) => theme.zone === key)
          .map(({ zone: _, ...theme }) => ({ ...theme, zone: name ?? undefined })),
        { id: key ?? OTHERS, name, cards: loose, total: loose.length },
      ];
    })
    .filter(({ total }) => total > 0);
}

function withOthers(all: readonly StageGroup[], cards: readonly RevealedCard[]): StageGroup[] {
  const shown = all.filter(({ total }) => total >= CELL_MIN);
  if (shown.length === 0) return [];
  const inGroups = new Set(shown.flatMap((group) => group.cards.map(({ id }) => id)));
  const rest = cards.filter(({ id }) => !inGroups.has(id));
  return rest.length === 0
    ? shown
    : [...shown, { id: OTHERS, name: null, cards: rest, total: rest.length }];
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
