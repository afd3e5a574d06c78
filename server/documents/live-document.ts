import * as Y from "yjs";
import type { BoardThere } from "@/lib/activities/documents";
import {
  type BoardChanges,
  boardKeys,
  changeBoard,
  type FollowedBoard,
  followBoard,
} from "@/lib/documents/board-document";
import { isSpoilt, type Step, takeUpdate } from "@/lib/documents/guard";
import {
  BOARD_BYTES_MAX,
  BOARD_CARDS_MAX,
  BOARD_GROUPS_MAX,
  PAD_BYTES_MAX,
} from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadContent } from "@/lib/documents/pad";
import { addEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import type { BoardContent, GroupAt, Place } from "@/lib/documents/place";
import { reloadsTheSame } from "@/lib/documents/reload";
import { cleanText } from "@/lib/text";
import type { AddedUpdate, DocumentRow, StoredUpdate } from "@/server/documents/document-rows";

/** So many rows, or so many bytes in them since the last whole, and the next row holds the whole document instead. */
const ROWS_MAX = 200;
const ROW_BYTES_MAX = 64 * 1024;

/**
 * A board with more keys than this has ghosts, or more cards than anybody reads. From so many ghosts on it is written anew
 * without them: fewer would make every page open it again for a few.
 */
const BOARD_KEYS_LOOKED_AT = BOARD_CARDS_MAX + BOARD_GROUPS_MAX;
const GHOSTS_MAX = 40;

/**
 * Who writes a board has an account, and their own screens make what reads the same everywhere: it is compared now and
 * then. A pad is compared each time that somebody of its group has written. What the server alone writes, as it does where
 * the whole room sorts, can't be read in two ways.
 */
const BOARD_COMPARED_EVERY_ROWS = 50;

/** A document as a room holds it: what is stored, and what the batch under way has added. */
export interface LiveDocument {
  readonly row: DocumentRow;
  /** Goes with the document. */
  board(): BoardContent;
  pad(): PadContent;
  /** All of it, or what a client lacks that has this state vector. Throws where that is none. */
  state(stateVector?: Uint8Array): Uint8Array;
  /** Whether somebody has written under this client id. */
  knows(client: number): boolean;
  /** Applies what was stored, also by other nodes. */
  hear(updates: readonly StoredUpdate[]): void;
  /** Takes an update of the writer who owns `client`. A refused one that has spoilt it asks for `rebuilt`. */
  take(update: Uint8Array, client: number): Step | null;
  /** Writes on a board as the server. `board` shows it at once; what a batch lays becomes one update. */
  change(changes: BoardChanges): void;
  /** Puts entries on a pad as the server, which aren't there and find room. */
  addRows(rows: PadContent): void;
  /** What is to be stored of this batch; null where nothing was added. `there`: what stands on a board now, if that is known. */
  toStore(there: () => BoardThere | null): AddedUpdate | null;
  /** What was added since row `since`, up to `row.seq`; all of it where that isn't known any more. Null: nothing. */
  since(since: number): { since: number; data: Uint8Array } | null;
  /** Nobody here has it open: what was added need not be kept for them. */
  forget(): void;
  /** The same document out of its rows and of what this batch had added: after something has spoilt it. */
  rebuilt(stored: readonly StoredUpdate[]): LiveDocument;
}

/** A document out of its rows. */
export function liveDocument(row: DocumentRow, stored: readonly StoredUpdate[]): LiveDocument {
  return documentOf(row, stored, []);
}

function documentOf(
  given: DocumentRow,
  stored: readonly StoredUpdate[],
  unwritten: Uint8Array[],
): LiveDocument {
  // A client id of its own each time: what it wrote before may not have been stored.
  let doc = new Y.Doc();
  let row = given;
  const { model } = given;
  let rows = 0;
  /** In rows since the last one that held the whole. */
  let bytes = 0;
  /** What was added after row `freshSince`, for those who have it open. */
  let fresh: Uint8Array[] = [];
  let freshSince = 0;
  let isLoading = false;
  /** Whether somebody else has written since it was compared last. */
  let isToCompare = stored.length > 0 || unwritten.length > 0;
  const bytesMax = model === "board" ? BOARD_BYTES_MAX : PAD_BYTES_MAX;
  let board: FollowedBoard = { cards: new Map(), groups: new Map() };
  /** What the server has laid on it and not written into the document yet. */
  let laid = nothingLaid();
  let pad: PadContent | null = null;

  const listen = (): void => {
    if (model === "board") board = followBoard(doc);
    doc.on("update", (update: Uint8Array) => {
      pad = null;
      if (!isLoading) unwritten.push(update);
    });
  };
  const load = (data: Uint8Array): void => {
    isLoading = true;
    Y.applyUpdate(doc, data);
    isLoading = false;
  };
  listen();
  for (const { seq, data } of stored) {
    load(data);
    row = { ...row, seq: Math.max(row.seq, seq) };
    rows += 1;
    bytes += data.byteLength;
  }
  freshSince = row.seq;
  for (const update of unwritten) load(update);

  const writeLaid = (): void => {
    if (laid.cards.size === 0 && laid.groups.size === 0) return;
    const changes = laid;
    laid = nothingLaid();
    changeBoard(doc, changes);
  };

  const padNow = (): PadContent => {
    pad ??= cleaned(padContentOf(doc));
    return pad;
  };

  const merged = (updates: Uint8Array[]): Uint8Array | null => {
    const [first, ...more] = updates;
    return more.length === 0 ? (first ?? null) : Y.mergeUpdates(updates);
  };

  /** Writes it anew from what it says, under another epoch: what was odd or old in it goes, and ghosts with it. */
  const rebase = (there: BoardThere | null): void => {
    const said = padNow();
    doc.destroy();
    doc = new Y.Doc();
    row = { ...row, epoch: row.epoch + 1 };
    if (model === "board") changeBoard(doc, there ? withoutGhosts(board, there) : board);
    else writePad(doc, said);
    pad = null;
    listen();
  };

  /** Whether it has to be looked at whether it reads the same once it is loaded anew, and does not. */
  const isOdd = (): boolean => {
    const isTime = model === "pad" || row.seq % BOARD_COMPARED_EVERY_ROWS === 0;
    if (!isTime || !isToCompare) return false;
    isToCompare = false;
    return !reloadsTheSame(doc, model);
  };

  /** Whether a board holds places of many cards and groups that are no more: each takes the room of one that is. */
  const isHaunted = (there: () => BoardThere | null): boolean => {
    if (model === "pad") return false;
    const keys = boardKeys(doc);
    if (keys <= BOARD_KEYS_LOOKED_AT) return false;
    const standing = there();
    if (standing === null) return false;
    const { cards, groups } = withoutGhosts(board, standing);
    return keys - cards.size - groups.size >= GHOSTS_MAX;
  };

  return {
    get row() {
      return row;
    },
    board: () => board,
    pad: padNow,
    state(stateVector) {
      writeLaid();
      return Y.encodeStateAsUpdate(doc, stateVector);
    },
    knows: (client) => doc.store.clients.has(client) || doc.clientID === client,
    hear(updates) {
      writeLaid();
      isToCompare = true;
      for (const { seq, data } of updates) {
        load(data);
        fresh.push(data);
        row = { ...row, seq: Math.max(row.seq, seq) };
        rows += 1;
        bytes += data.byteLength;
      }
    },
    take(update, client) {
      writeLaid();
      const before = unwritten.length;
      isToCompare = true;
      const refusedBy = takeUpdate(doc, update, { client, model });
      if (refusedBy !== null && isSpoilt(refusedBy)) unwritten.length = before;
      return refusedBy;
    },
    change({ cards = new Map(), groups = new Map() }) {
      lay(cards, board.cards, laid.cards);
      lay(groups, board.groups, laid.groups);
    },
    addRows(rows) {
      for (const column of PAD_COLUMNS) {
        const there = new Set(padContentOf(doc)[column]);
        for (const text of rows[column]) if (!there.has(text)) addEntry(doc, column, text);
      }
    },
    toStore(there) {
      writeLaid();
      const added = merged(unwritten);
      if (!added) return null;
      const isAnew = isOdd() || isHaunted(there);
      const isWhole = isAnew || rows >= ROWS_MAX || bytes + added.byteLength > ROW_BYTES_MAX;
      if (isAnew || (isWhole && Y.encodeStateAsUpdate(doc).byteLength > bytesMax)) rebase(there());
      row = { ...row, seq: row.seq + 1 };
      const data = isWhole ? Y.encodeStateAsUpdate(doc) : added;
      bytes = isWhole ? 0 : bytes + data.byteLength;
      rows = isWhole ? 1 : rows + 1;
      fresh.push(added);
      unwritten.length = 0;
      return { row, data, isWhole };
    },
    since(since) {
      if (since === row.seq) return null;
      const added = since === freshSince ? merged(fresh) : Y.encodeStateAsUpdate(doc);
      const from = since === freshSince ? since : 0;
      fresh = [];
      freshSince = row.seq;
      return added && { since: from, data: added };
    },
    forget() {
      fresh = [];
      freshSince = row.seq;
    },
    rebuilt(again) {
      doc.destroy();
      return documentOf({ ...row, seq: 0 }, again, unwritten);
    },
  };
}

const nothingLaid = () => ({
  cards: new Map<string, Place | null>(),
  groups: new Map<string, GroupAt | null>(),
});

/** Shows changes on a board, and notes them. */
function lay<T>(
  changes: ReadonlyMap<string, T | null>,
  shown: Map<string, T>,
  noted: Map<string, T | null>,
): void {
  for (const [id, value] of changes) {
    noted.set(id, value);
    if (value === null) shown.delete(id);
    else shown.set(id, value);
  }
}

/** What nobody types and nobody sees leaves no document: NUL alone would fail everybody's transaction. */
function cleaned({ guess, know, ask }: PadContent): PadContent {
  return { guess: guess.map(cleanText), know: know.map(cleanText), ask: ask.map(cleanText) };
}

function withoutGhosts({ cards, groups }: BoardContent, there: BoardThere): BoardContent {
  const standing = <T>(all: ReadonlyMap<string, T>, of: Pick<ReadonlySet<string>, "has">) =>
    new Map([...all].filter(([id]) => of.has(id)));
  return { cards: standing(cards, there.cards), groups: standing(groups, there.groups) };
}

function writePad(doc: Y.Doc, content: PadContent): void {
  doc.transact(() => {
    for (const column of PAD_COLUMNS) {
      padColumn(doc, column).insert(
        0,
        content[column].map((text) => new Y.Text(text)),
      );
    }
  });
}
