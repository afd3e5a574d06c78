import * as Y from "yjs";
import type { PadColumn, PadContent } from "@/lib/documents/pad";

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
