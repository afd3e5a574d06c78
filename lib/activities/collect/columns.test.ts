import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CardAttributes } from "@/lib/activities/card-schema";
import { columnOf, withoutSmallColumns } from "@/lib/activities/collect/columns";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** What a reveal shows of its cards' columns, for tests of what can be worked out from it. */
type Rule = (all: readonly CardAttributes[]) => readonly CardAttributes[];

/** Counts of each column that is told, and of the cards that tell none. */
function observed(rule: Rule, counts: readonly number[], order: readonly number[]): string {
  const cards = order.flatMap((column) =>
    Array.from({ length: counts[column] ?? 0 }, () => ({ column: `c${column}` })),
  );
  const seen = counts.map(() => 0);
  let untold = 0;
  for (const attributes of rule(cards)) {
    const column = columnOf(attributes);
    if (column === null) untold += 1;
    else seen[Number(column.slice(1))] = (seen[Number(column.slice(1))] ?? 0) + 1;
  }
  return JSON.stringify([seen, untold]);
}

/** Orders in which the first cards of the columns may come: what a shuffle decides. */
const ordersOf = (columns: number): number[][] =>
  Array.from({ length: columns }, (_, first) => {
    const all = Array.from({ length: columns }, (__, column) => (first + column) % columns);
    return [all, [first, ...all.slice(1).reverse()]];
  }).flat();

/** All ways in which so many cards lie in so many columns. */
function spreads(cards: number, columns: number): number[][] {
  if (columns === 1) return [[cards]];
  return Array.from({ length: cards + 1 }, (_, first) =>
    spreads(cards - first, columns - 1).map((rest) => [first, ...rest]),
  ).flat();
}

/**
 * What somebody can work out who knows the rule, all that is shown, and how many cards there are: columns with one or
 * two cards whose number is the only one that fits. Empty: nothing.
 */
function workedOut(rule: Rule, cards: number, columns: number): string[] {
  const fitting = new Map<string, number[][]>();
  for (const counts of spreads(cards, columns)) {
    for (const seen of new Set(ordersOf(columns).map((order) => observed(rule, counts, order)))) {
      fitting.set(seen, [...(fitting.get(seen) ?? []), counts]);
    }
  }
  return [...fitting].flatMap(([seen, all]) =>
    Array.from({ length: columns }, (_, column) => column).flatMap((column) => {
      const [only, ...others] = new Set(all.map((counts) => counts[column] ?? 0));
      const isSmall = only !== undefined && only > 0 && only < CELL_MIN;
      return isSmall && others.length === 0 ? [`column ${column} has ${only} of ${seen}`] : [];
    }),
  );
}

/** The rule as themes have it on a stage: small ones join the rest, however few that are. */
const naive: Rule = (all) => {
  const count = (column: string | null) => all.filter((each) => columnOf(each) === column).length;
  return all.map((each) => (count(columnOf(each)) >= CELL_MIN ? each : {}));
};

describe("P193 what a reveal tells of columns", () => {
  test.each([2, 3, 4])("lets nobody work out a column of one or two among %i", (columns) => {
    for (const cards of [3, 4, 5, 7, 10, 13]) {
      expect([cards, workedOut(withoutSmallColumns, cards, columns)]).toEqual([cards, []]);
    }
  });

  test("and a rule that merges small ones alone would", () => {
    expect(workedOut(naive, 7, 3)).not.toEqual([]);
  });

  test("keeps each card's own column or none, however many there are", () => {
    const card = fc.record({ column: fc.constantFrom("a", "b", "c", "d") });
    fc.assert(
      fc.property(fc.array(card, { maxLength: 122 }), (cards) => {
        const shown = withoutSmallColumns(cards);
        expect(shown).toHaveLength(cards.length);
        for (const [at, each] of shown.entries()) {
          expect([null, cards[at]?.column]).toContain(columnOf(each));
        }
        const untold = shown.filter((each) => columnOf(each) === null).length;
        expect(untold === 0 || untold >= Math.min(CELL_MIN, cards.length)).toBe(true);
        for (const column of ["a", "b", "c", "d"]) {
          const n = shown.filter((each) => columnOf(each) === column).length;
          expect(n === 0 || n >= CELL_MIN).toBe(true);
        }
      }),
    );
  });
});
