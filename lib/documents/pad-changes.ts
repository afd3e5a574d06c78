import * as Y from "yjs";
import { PAD_ENTRIES_MAX, PAD_ENTRY_CHARACTERS_MAX } from "@/lib/documents/limits";
import type { PadColumn } from "@/lib/documents/pad";
import { padColumn } from "@/lib/documents/pad-document";
import { spliceBetween } from "@/lib/documents/splice";

/**
 * What somebody has changed on a pad, in plain text: an entry of this column that said `before` (null: there was none) says
 * `after` now (null: it was taken away). Every change of a pad is a transaction with one of these as its origin, so that what
 * was not saved can be entered again into another document.
 */
export interface PadChange {
  column: PadColumn;
  before: string | null;
  after: string | null;
}

/** Whether one more entry fits into a column. */
export const hasRoom = (doc: Y.Doc, column: PadColumn): boolean =>
  padColumn(doc, column).length < PAD_ENTRIES_MAX;

/** Adds an entry at the end of a column, and cuts what is too long; false where it is full. */
export function addEntry(doc: Y.Doc, column: PadColumn, text: string): boolean {
  if (!hasRoom(doc, column)) return false;
  const after = text.slice(0, PAD_ENTRY_CHARACTERS_MAX);
  const change: PadChange = { column, before: null, after };
  doc.transact(() => padColumn(doc, column).push([new Y.Text(after)]), change);
  return true;
}

/** Takes an entry away; nothing where somebody else has. */
export function removeEntry(doc: Y.Doc, column: PadColumn, entry: Y.Text): void {
  const at = padColumn(doc, column).toArray().indexOf(entry);
  if (at === -1) return;
  const change: PadChange = { column, before: entry.toString(), after: null };
  doc.transact(() => padColumn(doc, column).delete(at), change);
}

/**
 * Makes an entry say something else, by changing no more of it than differs: what others write in it at the same time
 * stays. What is too long is cut; an entry that is gone stays gone.
 */
export function rewriteEntry(doc: Y.Doc, column: PadColumn, entry: Y.Text, text: string): void {
  const before = entry.toString();
  const after = text.slice(0, PAD_ENTRY_CHARACTERS_MAX);
  const splice = spliceBetween(before, after);
  if (splice === null || !padColumn(doc, column).toArray().includes(entry)) return;
  const change: PadChange = { column, before, after };
  doc.transact(() => {
    const { at, removed, inserted } = splice;
    if (removed > 0) entry.delete(at, removed);
    if (inserted !== "") entry.insert(at, inserted);
  }, change);
}

/** Several changes in order as few: an entry that was changed letter by letter was changed once. */
export function asFew(changes: readonly PadChange[]): PadChange[] {
  const few: PadChange[] = [];
  for (const { column, before, after } of changes) {
    const at =
      before === null
        ? -1
        : few.findLastIndex((each) => each.column === column && each.after === before);
    const earlier = few[at];
    if (earlier) few[at] = { column, before: earlier.before, after };
    else few.push({ column, before, after });
  }
  return few.filter(({ before, after }) => before !== after);
}

/**
 * Enters changes into a document that has not taken them. An entry that nobody finds any more is added as a new one; what is
 * there already was taken after all.
 *
 * @returns what found no room: nothing that somebody wrote may get lost
 */
export function enterAgain(doc: Y.Doc, changes: readonly PadChange[]): PadChange[] {
  return changes.filter(({ column, before, after }) => {
    const entries = padColumn(doc, column).toArray();
    const saying = (text: string | null) => entries.find((entry) => entry.toString() === text);
    const changed = before === null ? undefined : saying(before);
    if (changed && after === null) removeEntry(doc, column, changed);
    else if (changed && after !== null) rewriteEntry(doc, column, changed, after);
    else if (after !== null && after.trim() !== "" && !saying(after)) {
      return !addEntry(doc, column, after);
    }
    return false;
  });
}
