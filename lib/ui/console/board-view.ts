import type { BoardHand } from "@/lib/ui/console/use-board-hand";

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
