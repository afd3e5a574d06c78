/** Cells smaller than this are merged: one or two people could be picked out (activities.md, k). */
export const CELL_MIN = 3;

/**
 * Cells of a shown result, given biggest first: small ones join "other", and so do as many shown
 * ones as it takes for "other" not to be small itself, else it could be had by subtraction.
 */
export function mergeSmallCells<Cell extends { count: number }>(
  cells: readonly Cell[],
  total: number,
): { shown: Cell[]; other: number } {
  const shown = cells.filter(({ count }) => count >= CELL_MIN);
  const other = () => shown.reduce((rest, { count }) => rest - count, total);
  while (shown.length > 0 && other() > 0 && other() < CELL_MIN) shown.pop();
  return { shown, other: other() };
}
