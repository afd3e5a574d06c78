/**
 * What documents may take, and what one update of them may. A drag of twenty cards and a sentence that was typed in a
 * gap of the connection fit; what does not fit was not made by our screens.
 */

/** What one update may bring, by the model of its document. */
export interface UpdateLimits {
  bytes: number;
  /** Structs of Yjs, which are about one for each stretch of typing and one for each card that moved. */
  structs: number;
  /** How far the writer's own clock may run: about one for each character, and one for each card that moved. */
  clocks: number;
  /** Ranges of what is deleted. */
  deletes: number;
}

/** A whole board of cards laid anew is 300 structs. */
export const BOARD_UPDATE: UpdateLimits = {
  ...{ bytes: 16 * 1024, structs: 320, clocks: 2_000, deletes: 640 },
};

/** Quarter of a second of typing, or what came together while the connection was away. */
export const PAD_UPDATE: UpdateLimits = {
  ...{ bytes: 4 * 1024, structs: 200, clocks: 2_000, deletes: 200 },
};

/** More cards are not read by a room any more; ghosts of cards that are gone count until the next rebase. */
export const BOARD_CARDS_MAX = 300;
export const BOARD_GROUPS_MAX = 40;
/** Keys that a board may hold, with those whose cards are held back, withdrawn or gone. */
export const BOARD_KEYS_MAX = 2 * BOARD_CARDS_MAX;
/** Cards that one command moves. */
export const CARDS_MOVED_MAX = 20;
/** A board this large is written anew from what it holds: some 24,000 moves. */
export const BOARD_BYTES_MAX = 256 * 1024;

/** Entries in one column of a pad, and characters of one. */
export const PAD_ENTRIES_MAX = 12;
export const PAD_ENTRY_CHARACTERS_MAX = 200;
/** The same of a pad: ten busy hours. */
export const PAD_BYTES_MAX = 64 * 1024;

/** A client gathers what is written for this long before it sends: four updates a second. */
export const UPDATES_EVERY_MS = 250;
