import type { BoardState, BoardTarget } from "@/lib/ui/console/board-state";

export interface BoardCard {
  id: string;
  text: string;
}

/** The name that is being written: of a column, or of a new one and the card that goes into it. */
export type Naming = { of: "new"; card: string | null } | { of: "column"; id: string };

/** What is said of the last press. */
export type Said =
  | { says: "moved"; card: string; to: string | null }
  | { says: "undone" | "undoneNot" | "nothing" | "gone" | "noKey" | "noCard" };

/** What a facilitator does on a board, the same in each of its two views. */
export interface BoardHand {
  state: BoardState;
  cards: readonly BoardCard[];
  isFull: boolean;
  /** The card that keys and the columns' own buttons are about. */
  chosen: string | null;
  choose: (card: string) => void;
  /** "stay": the card keeps the focus; else the next one gets it. */
  put: (card: string, target: BoardTarget, then: "next" | "stay") => void;
  /** What a column's own button or key does to a card, or else to the chosen one; null: no column has this key. */
  press: (card: string | null, target: BoardTarget | null) => void;
  naming: Naming | null;
  startNaming: (naming: Naming) => void;
  /** Null: nothing is named. `left`: the focus has gone elsewhere already, and stays there. */
  finishNaming: (name: string | null, left?: boolean) => void;
  remove: (column: string) => void;
  canUndo: boolean;
  /** By a key the card that comes back gets the focus; the button keeps it. */
  undo: (isByKey: boolean) => void;
  said: Said | null;
}

/** What a board's columns are called where it stands. People's words in them come in as they are. */
export interface BoardWords {
  /** Of the cards that are in no column. */
  loose: string;
  /** A new column. */
  fresh: string;
  /** What is asked for when a column is named. */
  name: string;
  remove: string;
  /** There are as many columns as there may be. */
  full: string;
  /** Below the new column: what becomes of small ones. */
  note: string;
  /** The field that says in which column a card is. */
  columnFor: (card: string) => string;
}

/** What both views of a board are given. */
export interface BoardViewProps {
  hand: BoardHand;
  words: BoardWords;
  nameMax: number;
}
