/** Where the cards of one page go: indexes into the list, per column. */
export interface CardPage {
  columns: number[][];
}

/**
 * Fills pages in the given order: the next card goes into the shorter column, and a page ends
 * before a card would be cut. A card taller than a whole page gets one of its own, for the caller
 * to set smaller.
 */
export function layOutCards(
  heights: readonly number[],
  space: { height: number; gap: number; columns: number },
): CardPage[] {
  const pages: CardPage[] = [];
  let columns: number[][] = [];
  let filled: number[] = [];

  function startPage() {
    columns = Array.from({ length: space.columns }, () => []);
    filled = Array.from({ length: space.columns }, () => 0);
    pages.push({ columns });
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
  return pages;
}
