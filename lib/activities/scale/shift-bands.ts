import type { Shift } from "@/lib/activities/scale/schema";
import { CELL_MIN } from "@/lib/activities/small-cells";

/** The lowest and the highest score of each of the three bands. */
const BANDS = [
  [0, 3],
  [4, 6],
  [7, 10],
] as const;

/** Bands as they are shown: both askings are divided alike, so that they can be compared. */
export interface ShownBands {
  ranges: { low: number; high: number }[];
  before: number[];
  after: number[];
}

interface Cell {
  low: number;
  high: number;
  before: number;
  after: number;
}

/**
 * Both askings by band. A band that holds fewer than three people at one of the askings, nobody among them, is
 * one with its smaller neighbour; where a single one is left it would say nothing, and there are none.
 */
export function shownBands(bands: Shift["bands"]): ShownBands | null {
  if (bands === null) return null;
  let cells = BANDS.map(([low, high], at): Cell => {
    return { low, high, before: bands.before[at] ?? 0, after: bands.after[at] ?? 0 };
  });
  for (;;) {
    const small = cells.findIndex((cell) => Math.min(cell.before, cell.after) < CELL_MIN);
    if (small < 0 || cells.length === 1) break;
    const sizeAt = (at: number) => {
      const cell = cells[at];
      return cell ? cell.before + cell.after : Number.POSITIVE_INFINITY;
    };
    const first = sizeAt(small - 1) <= sizeAt(small + 1) ? small - 1 : small;
    cells = cells.flatMap((cell, at) => {
      const next = cells[at + 1];
      if (at === first && next) return [merged(cell, next)];
      return at === first + 1 ? [] : [cell];
    });
  }
  if (cells.length === 1) return null;
  return {
    ranges: cells.map(({ low, high }) => ({ low, high })),
    before: cells.map(({ before }) => before),
    after: cells.map(({ after }) => after),
  };
}

const merged = (lower: Cell, upper: Cell): Cell => ({
  low: lower.low,
  high: upper.high,
  before: lower.before + upper.before,
  after: lower.after + upper.after,
});
