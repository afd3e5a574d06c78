import type { RowsRead } from "@/lib/activities/roleplay/record";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";
import { spliceBetween } from "@/lib/documents/splice";

/** The entries of a sheet as a page shows them; each keeps its key for as long as the page has the same document. */
export type SheetEntries = Readonly<
  Record<PadColumn, readonly Readonly<{ key: string; text: string }>[]>
>;

/** What a page has seen of a sheet. */
export interface SheetSeen {
  entries: SheetEntries;
  /** The most that each entry has said, by its key: of one that is emptied letter by letter all is lost, not the last letter. */
  fullest: ReadonlyMap<string, string>;
}

/**
 * What a sheet says now, and what it does not say any more since it was last looked at: entries that were taken away, and
 * such as were emptied or written over, of which no letter is left. What stands in the same column all the same is not lost:
 * after a lost connection a page has another document, and other keys.
 */
export function seeSheet(
  before: SheetSeen | null,
  entries: SheetEntries,
): { seen: SheetSeen; lost: RowsRead } {
  const fullest = new Map<string, string>();
  const lostIn = (column: PadColumn): string[] => {
    const now = new Map(entries[column].map(({ key, text }) => [key, text]));
    const last = new Map(before?.entries[column].map(({ key, text }) => [key, text]));
    for (const [key, text] of now) {
      const known = before?.fullest.get(key) ?? "";
      const isBegunAnew = isWrittenOver(last.get(key) ?? "", text);
      fullest.set(key, !isBegunAnew && known.length > text.length ? known : text);
    }
    const there = new Set(entries[column].map(({ text }) => text.trim()));
    return [...last]
      .flatMap(([key, text]) => {
        const after = now.get(key);
        if (after === undefined) return [text.trim()];
        return isWrittenOver(text, after) ? [(before?.fullest.get(key) ?? text).trim()] : [];
      })
      .filter((text) => text !== "" && !there.has(text));
  };
  const lost = { guess: lostIn("guess"), know: lostIn("know"), ask: lostIn("ask") };
  return { seen: { entries, fullest }, lost };
}

/** Whether there is nothing in any column. */
export const isNothing = (rows: RowsRead): boolean =>
  PAD_COLUMNS.every((column) => rows[column].length === 0);

const isWrittenOver = (before: string, after: string): boolean =>
  before !== "" && spliceBetween(before, after)?.removed === before.length;
