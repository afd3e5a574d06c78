import type { ThemeColour } from "@/lib/activities/theme-colour";
import type { BoardState, BoardTarget, MoveInColumn } from "@/lib/ui/console/board-state";
import type { RemoteNews } from "@/lib/ui/console/use-remote-news";

export interface BoardCard {
  id: string;
  text: string;
  /** Its author did not want it on the stage. */
  notForStage: boolean;
  /** How many dots the room laid on it; left out where none are shown. */
  dots?: number;
}

/** The name that is being written: of a column, or of a new one and the cards that go into it. */
export type Naming = { of: "new"; cards: readonly string[] } | { of: "column"; id: string };

/** What is said of the last press. */
export type Said =
  | { says: "moved"; cards: readonly string[]; to: string | null }
  /** Among the cards of its column, counted from 1. */
  | { says: "arranged"; card: string; place: number; of: number }
  | {
      says:
        | "edge"
        | "undone"
        | "undoneNot"
        | "nothing"
        | "redone"
        | "redoneNot"
        | "gone"
        | "noKey"
        | "noCard";
    };

/** What a facilitator does on a board, the same in each of its two views. */
export interface BoardHand {
  state: BoardState;
  cards: readonly BoardCard[];
  /** Those of a column, or the loose ones for null, as they lie there. */
  cardsOf: (column: string | null) => readonly BoardCard[];
  isFull: boolean;
  /** The card that keys and the columns' own buttons are about. */
  chosen: string | null;
  choose: (card: string) => void;
  /** Cards that were marked to be moved together; none of them has gone. */
  marked: ReadonlySet<string>;
  mark: (cards: Iterable<string>) => void;
  /** What moves where this card does: it alone, or all the marked ones where it is one of them. */
  withMarked: (card: string) => readonly string[];
  /**
   * "stay": the first card keeps the focus; else the next one gets it. `before`: the card there before which they lie;
   * null: at the end. Left out, cards that are there already stay where they lie.
   */
  put: (
    cards: readonly string[],
    target: BoardTarget,
    then: "next" | "stay",
    before?: string | null,
  ) => void;
  /** Chooses a card, and gives it the focus. */
  lead: (card: string) => void;
  /** Moves a card among those of its column. */
  arrange: (card: string, move: MoveInColumn) => void;
  /**
   * What a column's own button or key does to a card and those marked with it, or else to the marked or the chosen
   * one; null: no column has this key.
   */
  press: (card: string | null, target: BoardTarget | null) => void;
  naming: Naming | null;
  startNaming: (naming: Naming) => void;
  /** Null: nothing is named. `left`: the focus has gone elsewhere already, and stays there. */
  finishNaming: (name: string | null, left?: boolean) => void;
  paint: (column: string, colour: ThemeColour | null) => void;
  /** Puts a column before another one; null: at the end. */
  shift: (column: string, before: string | null) => void;
  /** Puts all cards of a column into another one, and takes it away. */
  merge: (column: string, into: string) => void;
  remove: (column: string) => void;
  canUndo: boolean;
  /** By a key the card that comes back gets the focus; the button keeps it. */
  undo: (isByKey: boolean) => void;
  canRedo: boolean;
  redo: (isByKey: boolean) => void;
  said: Said | null;
  /** What others have moved, said now and then. */
  news: RemoteNews | null;
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
}

/** What the stage shows alone: one card, or the cards of one column. */
export type InSpotlight = { of: "card" | "column"; id: string };

/** What both views of a board are given. */
export interface BoardViewProps {
  hand: BoardHand;
  words: BoardWords;
  nameMax: number;
  /** The text that is looked for: cards without it step back. */
  wanted: string;
  /** Null: nothing. */
  spotlit: InSpotlight | null;
  onSpotlight: (spotlight: InSpotlight | null) => void;
  on: CardActions;
  openMenu: OpenBoardMenu;
}

/** What one does to a card. The same object as long as the board is shown: a card that stays as it is isn't drawn anew. */
export interface CardActions {
  choose: (card: string) => void;
  /** Marks it, or does not any more. */
  toggle: (card: string) => void;
  /** Leads on to the card that is so many further down in the order of reading; beyond the last to that. */
  step: (card: string, by: number) => void;
  /** Opens the menu of what can be done with it. */
  menu: (card: BoardCard, button: HTMLElement) => void;
}

/** What can be chosen of a menu, below a title. */
export interface BoardMenuSection {
  title: string;
  entries: readonly BoardMenuEntry[];
}

export interface BoardMenuEntry {
  id: string;
  label: string;
  /** Of several that exclude each other, whether it is the one that holds. */
  isChecked?: boolean;
  /** In brick: takes something away. */
  takesAway?: boolean;
  onAction: () => void;
}

/** Opens a menu beside the button that was pressed; `name` says what it is about. */
export type OpenBoardMenu = (
  button: HTMLElement,
  name: string,
  sections: readonly BoardMenuSection[],
) => void;
