import type { Acknowledgement } from "@/lib/protocol";
import type { SessionState } from "@/lib/session/state";
import { createWindows, type Pace } from "@/server/auth/windows";
import { seriesWordsOf } from "@/server/rooms/batch-reads";
import type { CommandSubmission } from "@/server/rooms/submission";

/**
 * How often one device asks a series about words, or keeps something in it. People do so once, and again after a slip
 * or a lost answer; whoever tries words gets nowhere near 51 bits, nor fills the table.
 */
const OF_DEVICE: Pace = { free: 10, everyMs: 60_000, longestMs: 90_000 };

/** The same of all devices of a session together, made-up ones too: a full lecture hall at once, then two a second. */
const OF_SESSION: Pace = { free: 600, everyMs: 500, longestMs: 750 };

const devices = createWindows();
const sessions = createWindows();

/** The answer to a command about somebody's words that comes too soon; null where it is taken, as all others are. */
export function tooSoonForSeries(
  sessionId: string,
  state: SessionState,
  { sender, frame }: CommandSubmission,
): Acknowledgement | null {
  if (sender.kind !== "participant" || seriesWordsOf(state, frame.command).length === 0)
    return null;
  const isTaken =
    devices.turn(OF_DEVICE, sessionId, sender.device) !== null &&
    sessions.turn(OF_SESSION, sessionId) !== null;
  return isTaken ? null : { ok: false, code: "rate-limited" };
}
