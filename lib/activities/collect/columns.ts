import type { CardAttributes } from "@/lib/activities/card-schema";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { GivenCase } from "@/lib/activities/given-case";
import { mergeSmallCells } from "@/lib/activities/small-cells";

/** The column that a card was written for; null where it tells none. */
export const columnOf = ({ column }: CardAttributes): string | null => column ?? null;

/** As many cards of a column as a room reads; which ones is chance. */
export const COLUMN_CARDS_SHOWN = 10;

/** The case that the room talks about; null where the plan has none. */
export const caseTalkedOf = (caseFirst: CaseFirst | null, key: string | null): GivenCase | null =>
  caseFirst?.cases.find((each) => each.key === key) ?? null;

/**
 * How many cards each column has, biggest first; cards without one are in none. Where two have as many, the one of
 * the first card comes first: a reveal shuffles its cards, so that no rule says which of them is left out.
 */
export function columnCells(all: readonly CardAttributes[]): { key: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { column } of all) {
    if (column) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].map(([key, count]) => ({ key, count })).sort((a, b) => b.count - a.count);
}

/**
 * What a reveal says of its cards' columns: nothing of a column with one or two, and of as many others as it takes
 * for the rest not to be that few, else its column would be the one that is missing (decision 0065).
 */
export function withoutSmallColumns(all: readonly CardAttributes[]): CardAttributes[] {
  const { shown } = mergeSmallCells(columnCells(all), all.length);
  const told = new Set(shown.map(({ key }) => key));
  return all.map(({ column }): CardAttributes => (column && told.has(column) ? { column } : {}));
}
