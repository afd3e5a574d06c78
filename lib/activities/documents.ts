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
    }
  | {
      model: "pad";
      isOpen: boolean;
      /** Tags of the seats that write it and read it; facilitators read it, and nobody else. */
      seats: readonly string[];
    };

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

/** Places that change on a board: the server writes them, also for what participants ask for. */
export interface DocumentWrite {
  document: string;
  cards: ReadonlyMap<string, Place>;
}
