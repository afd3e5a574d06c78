import type { RowsRead } from "@/lib/activities/roleplay/record";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";

/** Sizes of letters on the stage in its units, from cards' own down to what is still read from the back row. */
export const ROW_SIZES = [2.8, 2.4, 2, 1.8] as const;

export type RowSize = (typeof ROW_SIZES)[number];

/** What a column has on 16:9, in the stage's units: a row's width without its frame, and the height of all of them. */
const WIDTH = 26;
const HEIGHT = 35;

/** A row's frame and the gap below it. */
const FRAME = 3.2;

/** Of a letter's size: how wide one is on average with what breaking lines wastes, and how high a line is. */
const LETTER = 0.52;
const LINE = 1.25;

const heightOf = (text: string, size: number): number =>
  Math.ceil(text.length / Math.floor(WIDTH / (size * LETTER))) * size * LINE + FRAME;

const fits = (texts: readonly string[], size: number): boolean =>
  texts.reduce((sum, text) => sum + heightOf(text, size), 0) <= HEIGHT;

/** How rows stand on the stage: as large as they can be on one page, else small on several. */
export function rowPages(rows: RowsRead): { size: RowSize; pages: RowsRead[] } {
  const size = ROW_SIZES.find((each) => PAD_COLUMNS.every((column) => fits(rows[column], each)));
  if (size !== undefined) return { size, pages: [rows] };
  const smallest = 1.8;
  const split = (column: PadColumn): string[][] => {
    const parts: string[][] = [];
    for (const text of rows[column]) {
      const last = parts.at(-1);
      if (last && fits([...last, text], smallest)) last.push(text);
      else parts.push([text]);
    }
    return parts;
  };
  const [guess, know, ask] = [split("guess"), split("know"), split("ask")];
  const count = Math.max(guess.length, know.length, ask.length);
  return {
    size: smallest,
    pages: Array.from({ length: count }, (_, at) => ({
      guess: guess[at] ?? [],
      know: know[at] ?? [],
      ask: ask[at] ?? [],
    })),
  };
}
