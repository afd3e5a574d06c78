import type { PadColumn } from "@/lib/documents/pad";

/** What is a guess stands above a broken line, what is known above a whole one, and what one could ask above a green one. */
export const UNDERLINES: Readonly<Record<PadColumn, string>> = {
  guess: "border-ink-2 border-dashed",
  know: "border-ink",
  ask: "border-accent text-accent",
};

/** Rows with a key for each: the same words may stand in two of them. */
export const inOrder = (rows: readonly string[]): { key: string; text: string }[] =>
  rows.map((text, at) => ({
    key: `${rows.slice(0, at).filter((row) => row === text).length}/${text}`,
    text,
  }));
