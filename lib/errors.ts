import * as z from "zod/mini";

/**
 * Every way in which the server refuses a command. Refusals are answers, not exceptions: whoever
 * gets one learns what to do next, and nothing was changed.
 */
export const refusalCode = z.enum([
  /** This role may not do this (now); also the answer for things that do not exist. */
  "not-allowed",
  /** The frame did not parse. */
  "bad-input",
  /** The activity or session has moved on; the view that follows shows where to. */
  "wrong-phase",
  /** The activity or session is over; what was sent can no longer count. */
  "closed",
  /** Something else was taken under this revision before: another tab of the device was faster. */
  "conflict",
  /** The participant's share (cards, votes) is used up. */
  "over-budget",
  /** Longer than the plan allows. */
  "too-long",
  /** Fewer contributors than the threshold. */
  "too-few",
  /** The installation names nobody to call; no session begins without (activities.md, "Safety"). */
  "no-help",
  /** The queue is full or the database is away; sending again later works. */
  "busy",
  /** Sent too fast; sending again later works. */
  "rate-limited",
  /** Many new devices came in at once, and this one's turn has not come; sending again later works. */
  "crowded",
]);

export type RefusalCode = z.infer<typeof refusalCode>;

/** Refusals after which the same command is worth sending again, unchanged. */
export const transientRefusals: ReadonlySet<RefusalCode> = new Set([
  "busy",
  "rate-limited",
  "crowded",
]);
