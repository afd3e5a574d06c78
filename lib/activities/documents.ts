import type { PadContent } from "@/lib/documents/pad";
import type { BoardContent, Place } from "@/lib/documents/place";

/**
 * What an activity's kind says of the documents that people arrange or write together in it. Rules know them as plain
 * data: the server holds them, and loads what it needs for that once somebody opens or changes one.
 */

/** One document of an activity as it stands. */
export type DocumentUse =
  | {
      model: "board";
      /** Whether facilitators may write now. Everybody in the session reads it. */
      isOpen: boolean;
      /** What it begins with. */
      begin(): BoardContent;
      /** Ids of the cards and groups that there are now: a place of any other is a ghost, which nobody is shown. */
      there: BoardThere;
    }
  | {
      model: "pad";
      isOpen: boolean;
      /** Tags of the seats that write it and read it; facilitators read it, and nobody else. */
      seats: readonly string[];
    };

/** What a board can hold places of. */
export interface BoardThere {
  cards: Pick<ReadonlySet<string>, "has">;
  groups: Pick<ReadonlySet<string>, "has">;
}

/** What a kind's documents depend on. */
export interface DocumentsInput<Settings, Data> {
  settings: Settings;
  data: Data;
  phase: string;
  /** What stands in the seats, by their tags; nothing in a kind without any. */
  seats: ReadonlyMap<string, unknown>;
}

/** Read access to the documents of one activity, by the names that its kind has given them; null: nobody has begun it. */
export interface DocumentsRead {
  board(name: string): BoardContent | null;
  pad(name: string): PadContent | null;
}

/** None has begun. */
export const noDocuments: DocumentsRead = { board: () => null, pad: () => null };

/** What rules write into a document: the server is its author, also for what participants ask for. */
export type DocumentWrite =
  | {
      document: string;
      /** Places that change on a board. */
      cards: ReadonlyMap<string, Place>;
    }
  | {
      document: string;
      /** Entries that are put on a pad, behind those that are there and where they aren't yet, as far as there is room. */
      rows: PadContent;
    };
