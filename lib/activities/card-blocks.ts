import { type CardPlace, type PlaceOf, placeCells } from "@/lib/activities/card-places";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { mergeSmallCells } from "@/lib/activities/small-cells";
import type { ThemesRecord } from "@/lib/activities/theme-schema";
import type { SummaryBar, SummaryBlock } from "@/lib/summary/blocks";
import { byBytes } from "@/lib/summary/by-bytes";
import type { Wording } from "@/lib/summary/wording";

/** What a summary tells of revealed cards: how many each place and theme has, and which of them may be quoted. */

/** Quotes in one summary (activities.md, the summary): more are no longer read. */
const QUOTES_MAX = 5;

/** Drawn against the longest of them. */
export function barsOf(
  rows: readonly { name: string; count: number }[],
  reading: (n: number) => string,
): SummaryBar[] {
  const of = Math.max(...rows.map(({ count }) => count));
  return rows.map(({ name, count }) => ({
    label: name,
    value: count,
    of,
    reading: reading(count),
  }));
}

/** How a summary says what it counts. */
interface Counting {
  wording: Wording;
  /** So many cards, in words. */
  reading: (n: number) => string;
}

/** How many cards each place got, small ones merged; nothing where the plan has none, or tells of none. */
export function placeBars(
  cards: readonly RevealedCard[],
  { places, placeOf, caption }: { places: readonly CardPlace[]; placeOf: PlaceOf; caption: string },
  { wording, reading }: Counting,
): SummaryBlock[] {
  const cells = placeCells(
    cards.map(({ attributes }) => attributes),
    placeOf,
  );
  const { shown, other } = mergeSmallCells(cells, cards.length);
  const named = places.flatMap(({ key, name }) =>
    shown
      .filter((cell) => cell.key === key)
      .map(({ count }) => ({ name: wording.words(name), count })),
  );
  if (named.length === 0) return [];
  return [{ type: "bars", caption, bars: barsOf(withOther(named, other, wording), reading) }];
}

/** A theme's name with its colour in words: what is printed has none. */
export const themeNamed = (
  { name, colour }: Pick<ThemesRecord["themes"][number], "name" | "colour">,
  { t }: Wording,
): string => (colour === null ? name : t(`colours.${colour}`, { name }));

/** Themes below three join "other", and "other" itself never stays below three; none where no theme is told. */
export function themeBars(
  { themes, sorted }: ThemesRecord,
  { total, nameOf }: { total: number; nameOf: (theme: ThemesRecord["themes"][number]) => string },
  { wording, reading }: Counting,
): SummaryBar[] {
  const cells = themes
    .map((theme) => ({
      name: nameOf(theme),
      count: Object.values(sorted).filter((id) => id === theme.id).length,
    }))
    .sort((a, b) => b.count - a.count || byBytes(a.name, b.name));
  const { shown, other } = mergeSmallCells(cells, total);
  return shown.length === 0 ? [] : barsOf(withOther(shown, other, wording), reading);
}

const withOther = (
  rows: readonly { name: string; count: number }[],
  other: number,
  { t }: Wording,
) => (other > 0 ? [...rows, { name: t("other"), count: other }] : rows);

/**
 * Where dots went, most first, and why nothing is told where too few people voted; nothing where none lies anywhere.
 * Votes of a shown result stand as they are: a bar says nothing of who wrote what it names.
 */
export function dotBlocks(
  vote: { enough: boolean; rows: readonly { name: string; count: number }[]; other?: number },
  { caption, k, wording }: { caption: string; k: number; wording: Wording },
): SummaryBlock[] {
  const { t } = wording;
  if (!vote.enough) return [{ type: "note", text: t("dotsSuppressed", { k }) }];
  const laid = vote.rows
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || byBytes(a.name, b.name));
  const rows = withOther(laid, vote.other ?? 0, wording);
  if (rows.length === 0) return [];
  return [{ type: "bars", caption, bars: barsOf(rows, (n) => t("dots", { n })) }];
}

/** At most five of the words of these cards, sorted so that nothing is left of an order. */
export function quoteBlocks(cards: readonly RevealedCard[]): SummaryBlock[] {
  const quotes = [...new Set(cards.map(({ text }) => text))].sort(byBytes).slice(0, QUOTES_MAX);
  return quotes.length > 0 ? [{ type: "quotes", quotes }] : [];
}

/** Under what their place is called; last those of which no place was told. */
export function quotesByPlace(
  cards: readonly RevealedCard[],
  { places, placeOf }: { places: readonly CardPlace[]; placeOf: PlaceOf },
  { t, words }: Wording,
): SummaryBlock[] {
  const groups = [
    ...places.map(({ key, name }) => ({ key, title: words(name) })),
    { key: null, title: t("other") },
  ];
  return groups.flatMap(({ key, title }) => {
    const blocks = quoteBlocks(cards.filter(({ attributes }) => placeOf(attributes) === key));
    return blocks.length > 0 ? [{ type: "heading" as const, text: title }, ...blocks] : [];
  });
}

/** Why nothing is told of cards of too few people. */
export const tooFewCards = (k: number, { t }: Wording): SummaryBlock => ({
  type: "note",
  text: t("suppressed", { k }),
});
