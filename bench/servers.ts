/** What servers and cases are called in tables, where goals look for them. */

/** The workload that has all of them in turns. */
export const PEERS = "peers";

/** Aufwind, by where a change is made and seen. */
export const OWN = {
  /** Cards that people move, on screens that have the board open. */
  onBoard: "Aufwind, board open",
  /** The same, as views tell it. */
  inViews: "Aufwind, in views",
  /** Held cards that a facilitator lets through. */
  letThrough: "Aufwind, let through",
} as const;

/** Of the others, those that goals name. */
export const HOCUSPOCUS_TUNED = "hocuspocus 4.7, flushDelay 50";
export const Y_WEBSOCKET = "y-websocket 2";

/** The first file that a server makes, for which it loads what later ones find there. */
export const FIRST_FILE = "the first since the start";
