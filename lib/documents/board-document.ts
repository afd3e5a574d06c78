import type * as Y from "yjs";
import { type BoardContent, type GroupAt, groupAt, type Place, place } from "@/lib/documents/place";

/** The root types of a board's document: places of cards, and of groups, by their ids. */
export const BOARD_ROOTS = { cards: "cards", groups: "groups" } as const;

/** What a board's document holds. What is no place is left out: nothing but `readBoard` shows it. */
export function boardContentOf(doc: Y.Doc): BoardContent {
  return {
    cards: entriesOf<Place>(doc.getMap(BOARD_ROOTS.cards), place),
    groups: entriesOf<GroupAt>(doc.getMap(BOARD_ROOTS.groups), groupAt),
  };
}

/** What a board's document holds, going with it. Whoever lays something before it is written into the document puts it here. */
export interface FollowedBoard extends BoardContent {
  readonly cards: Map<string, Place>;
  readonly groups: Map<string, GroupAt>;
}

/**
 * The same, going with the document from now on: a move costs what it changes, and not the reading of the whole board.
 * What is handed out changes with it.
 */
export const followBoard = (doc: Y.Doc): FollowedBoard => ({
  cards: followed<Place>(doc.getMap(BOARD_ROOTS.cards), place),
  groups: followed<GroupAt>(doc.getMap(BOARD_ROOTS.groups), groupAt),
});

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false };
}

function followed<T>(map: Y.Map<unknown>, schema: Schema<T>): Map<string, T> {
  const entries = entriesOf(map, schema);
  map.observe(({ keysChanged }) => {
    for (const id of keysChanged) {
      const read = schema.safeParse(map.get(id));
      if (read.success) entries.set(id, read.data);
      else entries.delete(id);
    }
  });
  return entries;
}

function entriesOf<T>(map: Y.Map<unknown>, schema: Schema<T>): Map<string, T> {
  const entries = new Map<string, T>();
  for (const [id, value] of map.entries()) {
    const read = schema.safeParse(value);
    if (read.success) entries.set(id, read.data);
  }
  return entries;
}

/** How many keys a board's document has, with those that were taken away: Yjs keeps them until it is written anew. */
export const boardKeys = (doc: Y.Doc): number =>
  doc.getMap(BOARD_ROOTS.cards)._map.size + doc.getMap(BOARD_ROOTS.groups)._map.size;

/** What changes on a board; null takes a place away. */
export interface BoardChanges {
  cards?: ReadonlyMap<string, Place | null>;
  groups?: ReadonlyMap<string, GroupAt | null>;
}

/** Writes changes as one transaction: one drop is one update, and one step of undoing. */
export function changeBoard(doc: Y.Doc, { cards, groups }: BoardChanges, origin?: unknown): void {
  doc.transact(() => {
    setAll(doc.getMap(BOARD_ROOTS.cards), cards ?? new Map());
    setAll(doc.getMap(BOARD_ROOTS.groups), groups ?? new Map());
  }, origin);
}

function setAll<T>(map: Y.Map<unknown>, changes: ReadonlyMap<string, T | null>): void {
  for (const [id, value] of changes) {
    if (value === null) map.delete(id);
    else map.set(id, value);
  }
}
