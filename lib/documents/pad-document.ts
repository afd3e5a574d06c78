import * as Y from "yjs";

/** The columns of a pad, which are the root types of its document: short entries, each a text of its own. */
export const PAD_COLUMNS = ["guess", "know", "ask"] as const;

export type PadColumn = (typeof PAD_COLUMNS)[number];

/** What a pad says, as plain text: all that ever leaves it. */
export type PadContent = Readonly<Record<PadColumn, readonly string[]>>;

export const emptyPad: PadContent = { guess: [], know: [], ask: [] };

/** The entries of a column. */
export const padColumn = (doc: Y.Doc, column: PadColumn): Y.Array<Y.Text> => doc.getArray(column);

/** What a pad's document holds; what is no text is left out. */
export function padContentOf(doc: Y.Doc): PadContent {
  const textsOf = (column: PadColumn): string[] =>
    padColumn(doc, column)
      .toArray()
      .flatMap((entry) => (entry instanceof Y.Text ? [entry.toString()] : []));
  return { guess: textsOf("guess"), know: textsOf("know"), ask: textsOf("ask") };
}
