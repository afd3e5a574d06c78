/** Where the cards of one page go: indexes into the list, per column. */
export interface CardPage {
  columns: number[][];
  /** It holds a card that is taller than the page. */
  isTooTall: boolean;
}

export interface CardSpace {
  height: number;
  gap: number;
  columns: number;
}

/** A page of cards that belong together, which of its pages it is, and of how many. Counted from 0. */
export interface GroupPage extends CardPage {
  group: number;
  part: number;
  parts: number;
}

/**
 * Fills pages in the given order: the next card goes into the shorter column, and a page ends
 * before a card would be cut. A card taller than the page stands at the top of a column; the page
 * says so, for the caller to let it be scrolled.
 */
export function layOutCards(heights: readonly number[], space: CardSpace): CardPage[] {
  const pages: number[][][] = [];
  let columns: number[][] = [];
  let filled: number[] = [];

  function startPage() {
    columns = Array.from({ length: space.columns }, () => []);
    filled = Array.from({ length: space.columns }, () => 0);
    pages.push(columns);
  }

  heights.forEach((height, index) => {
    if (pages.length === 0) startPage();
    let shortest = filled.indexOf(Math.min(...filled));
    const top = filled[shortest] ?? 0;
    const below = top === 0 ? height : top + space.gap + height;
    if (top > 0 && below > space.height) {
      startPage();
      shortest = 0;
    }
    const start = filled[shortest] ?? 0;
    columns[shortest]?.push(index);
    filled[shortest] = start === 0 ? height : start + space.gap + height;
  });
  const isTooTall = (index: number) => (heights[index] ?? 0) > space.height;
  return pages.map((page) => ({ columns: page, isTooTall: page.flat().some(isTooTall) }));
}

/** What belongs together begins on a page of its own, below its heading. */
export function layOutGroups(
  groups: readonly { heading: number; cards: readonly number[] }[],
  space: CardSpace,
): GroupPage[] {
  return groups.flatMap(({ heading, cards }, group) => {
    const pages = layOutCards(cards, { ...space, height: space.height - heading });
    return pages.map((page, part) => ({ ...page, group, part, parts: pages.length }));
  });
}
