import { openRuns, type SessionState } from "@/lib/session/state";
import type { Transaction } from "@/server/db/client";
import { haveAllBegun } from "@/server/documents/documents";
import { elapsed } from "@/server/elapsed";
import type { Replica } from "@/server/rooms/replica";
import type { SessionRow } from "@/server/rooms/session-lock";
import { type CommandSubmission, isCommand, type Submission } from "@/server/rooms/submission";

/**
 * What moves things about asks for nothing that a room doesn't hold, so such a batch can be decided before the database is
 * asked at all: it is written in one statement, on the condition that nobody else has written since (decision 0117).
 */

/**
 * After another node has written into a session its batches take the lock again for so long: two nodes that are at work at
 * once would find each other's writing only after they have decided, and decide everything twice.
 */
const ALONE_FOR_MS = 10_000;

/** What a batch needs is not in memory, or not any more: it is run again under the session's lock. */
export class NeedsLock extends Error {
  override name = "NeedsLock";
}

const needsLock = (): never => {
  throw new NeedsLock("It can't be decided from memory");
};

/** Whether a batch is worth deciding from memory. That it can't be after all shows when it asks for something (`unasked`). */
export function mayDecideFromMemory(replica: Replica, batch: readonly Submission[]): boolean {
  const { state, seq, keys, aloneSince } = replica;
  if (seq === 0 || elapsed() - aloneSince < ALONE_FOR_MS) return false;
  if (!openRuns(state).every(({ template }) => keys.has(template.key))) return false;
  const isQuiet = batch.every((each) =>
    isCommand(each) ? readsNothing(state, each) : !each.mayBegin,
  );
  // Rules may write into any document of their kind.
  return isQuiet && (!batch.some(isCommand) || haveAllBegun(replica));
}

/** Of what facilitators have sent it is looked up whether it was handled; what the session itself is told reads rows. */
function readsNothing(state: SessionState, { sender, frame }: CommandSubmission): boolean {
  const { command } = frame;
  if (sender.kind !== "participant" || command.type !== "activity") return false;
  const run = openRuns(state).find(({ template }) => template.key === command.activity);
  return run?.instance.reads(command.command)?.length === 0;
}

/** Stands for the transaction and the session's row where neither was asked for. Whatever is read of it throws `NeedsLock`. */
export const unasked: { tx: Transaction; row: SessionRow } = {
  tx: {
    ...{ select: needsLock, insert: needsLock, update: needsLock },
    ...{ delete: needsLock, execute: needsLock, $count: needsLock },
  },
  row: {
    get seq() {
      return needsLock();
    },
    get rev() {
      return needsLock();
    },
    get joined() {
      return needsLock();
    },
    get code() {
      return needsLock();
    },
    get stageKey() {
      return needsLock();
    },
    get now() {
      return needsLock();
    },
  },
};
