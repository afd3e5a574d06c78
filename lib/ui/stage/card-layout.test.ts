import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { layOutCards, layOutGroups } from "@/lib/ui/stage/card-layout";

const space = { height: 100, gap: 10, columns: 2 };

describe("layOutCards", () => {
  it("puts the next card into the shorter column", () => {
    expect(layOutCards([60, 20, 30], space)).toEqual([
      { columns: [[0], [1, 2]], isTooTall: false },
    ]);
  });

  it("ends a page before a card would be cut", () => {
    expect(layOutCards([60, 60, 40], space)).toEqual([
      { columns: [[0], [1]], isTooTall: false },
      { columns: [[2], []], isTooTall: false },
    ]);
    expect(layOutCards([60, 60, 30], space)).toEqual([
      { columns: [[0, 2], [1]], isTooTall: false },
    ]);
  });

  it("says of a page that one of its cards is taller than the page", () => {
    expect(layOutCards([20, 90, 101, 20], space)).toEqual([
      { columns: [[0], [1]], isTooTall: false },
      { columns: [[2], [3]], isTooTall: true },
    ]);
    expect(layOutGroups([{ heading: 20, cards: [81] }], space)).toMatchObject([
      { isTooTall: true },
    ]);
  });

  it("has no page without cards", () => {
    expect(layOutCards([], space)).toEqual([]);
  });

  it("shows every card once, in order, and cuts none", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 100 })), (heights) => {
        const pages = layOutCards(heights, space);
        const shown = pages.flatMap((page) => page.columns.flat().sort((a, b) => a - b));
        expect(shown).toEqual(heights.map((_, index) => index));
        for (const column of pages.flatMap((page) => page.columns)) {
          const gaps = Math.max(0, column.length - 1) * space.gap;
          const filled = column.reduce((sum, index) => sum + (heights[index] ?? 0), gaps);
          expect(filled).toBeLessThanOrEqual(space.height);
        }
      }),
    );
  });
});

describe("layOutGroups", () => {
  it("begins each group on a page of its own, below its heading, and says which part of it a page is", () => {
    const groups = [
      { heading: 20, cards: [60, 60, 60] },
      { heading: 40, cards: [50] },
    ];
    expect(layOutGroups(groups, space)).toEqual([
      { columns: [[0], [1]], isTooTall: false, group: 0, part: 0, parts: 2 },
      { columns: [[2], []], isTooTall: false, group: 0, part: 1, parts: 2 },
      { columns: [[0], []], isTooTall: false, group: 1, part: 0, parts: 1 },
    ]);
  });

  it("has no page for a group without cards", () => {
    expect(layOutGroups([{ heading: 20, cards: [] }], space)).toEqual([]);
  });
});
