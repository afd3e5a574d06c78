import * as z from "zod/mini";
import type { CardAttributes } from "@/lib/activities/card-schema";
import { mergeSmallCells } from "@/lib/activities/small-cells";
import { activityKey } from "@/lib/ids";
import { words } from "@/lib/words";

/**
 * Places that cards are written for: the columns of `collect`, the zones of `board`. A card carries the key of its
 * place as one of its attributes, whose name is its kind's.
 */
export const cardPlace = z.object({ key: activityKey, name: words });

export type CardPlace = z.infer<typeof cardPlace>;

/** Refuses a list in which two places have one key. */
export const noKeyTwice = z.check<CardPlace[]>(({ value, issues }) => {
  const isTwice = new Set(value.map(({ key }) => key)).size < value.length;
  if (isTwice) issues.push({ code: "custom", input: value, message: "Two places with one key" });
});

/** Reads the key of a card's place; null where it tells none. */
export type PlaceOf = (attributes: CardAttributes) => string | null;

/** The reader of the attribute with this name. */
export const placeNamed =
  (name: string): PlaceOf =>
  (attributes) =>
    attributes[name] ?? null;

/** As many cards of a place as a room reads; which ones is chance. */
export const PLACE_CARDS_SHOWN = 10;

/**
 * How many cards each place has, biggest first; cards without one are in none. Where two have as many, the one of
 * the first card comes first: a reveal shuffles its cards, so that no rule says which of them is left out.
 */
export function placeCells(
  all: readonly CardAttributes[],
  placeOf: PlaceOf,
): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const attributes of all) {
    const place = placeOf(attributes);
    if (place !== null) counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}

/**
 * What a reveal says of its cards' places, kept in the attribute with this name: nothing of a place with one or two
 * cards, and of as many others as it takes for the rest not to be that few, else its place would be the one that is
 * missing (decision 0065).
 */
export function withoutSmallPlaces(
  name: string,
): (all: readonly CardAttributes[]) => CardAttributes[] {
  const placeOf = placeNamed(name);
  return (all) => {
    const { shown } = mergeSmallCells(placeCells(all, placeOf), all.length);
    const told = new Set(shown.map(({ key }) => key));
    return all.map((attributes): CardAttributes => {
      const place = placeOf(attributes);
      return place !== null && told.has(place) ? { [name]: place } : {};
    });
  };
}
