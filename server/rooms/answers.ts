import type { Acknowledgement } from "@/lib/protocol";
import { initialState } from "@/lib/session/state";
import { type Db, isDatabaseAway } from "@/server/db/client";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { runBatch } from "@/server/rooms/batch";
import { BUSY, type Waiting } from "@/server/rooms/command-queue";
import { NeedsLock } from "@/server/rooms/from-memory";
import { emptyReplica, type HeldReplica, loadReplica, type Replica } from "@/server/rooms/replica";
import { UnreadableSession } from "@/server/rooms/unreadable";

type Answer = readonly [Waiting, Acknowledgement];

interface Options {
  db: Db;
  sessionId: string;
  log: Log;
  held: HeldReplica;
  /** Called when another version has written into the session. */
  onUnreadable(): void;
}

/**
 * Runs a batch in one transaction. What fails for another reason than a database that is away is run
 * again command by command, so that the one at fault fails alone: for good where the database refuses
 * what it holds, else until it is sent again (P69).
 */
export async function answersOf(
  options: Options,
  batch: readonly Waiting[],
): Promise<readonly Answer[]> {
  const { db, sessionId, log, held, onUnreadable } = options;
  const allBusy = () => batch.map((each) => [each, BUSY] as const);
  try {
    const submissions = batch.map((each) => each.submission);
    const answers = await runBatch(db, sessionId, held.replica, submissions);
    return batch.map((each, index) => [each, answers[index] ?? BUSY] as const);
  } catch (error) {
    // The replica may be ahead of the database now.
    held.replica = (await reloaded(options)) ?? held.replica;
    if (error instanceof NeedsLock) {
      // Also where there is none any more: the lock finds that out.
      held.replica.aloneSince = elapsed();
      return answersOf(options, batch);
    }
    if (error instanceof UnreadableSession) {
      onUnreadable();
      return allBusy();
    }
    if (isDatabaseAway(error)) {
      log.warn({ err: error }, "a batch failed; its senders try again");
      return allBusy();
    }
    const [only] = batch;
    if (only && batch.length === 1) {
      log.error({ err: error }, "a command failed");
      return [[only, isRefusedValue(error) ? { ok: false, code: "bad-input" } : BUSY]];
    }
  }
  const alone: Answer[] = [];
  for (const each of batch) alone.push(...(await answersOf(options, [each])));
  return alone;
}

/** A new copy instead of one that can't be trusted; null where there is no session any more. */
async function reloaded({ db, sessionId, held }: Options): Promise<Replica | null> {
  // What facilitators were shown doesn't change by a transaction that failed.
  const { talkCounted, inSight, lateReady, state, entryKeys } = held.replica;
  const shown = { talkCounted, inSight, lateReady };
  try {
    const loaded = await loadReplica(db, sessionId);
    return loaded && { ...loaded, ...shown };
  } catch {
    // Still away: an empty replica catches up inside the next transaction.
    return { ...emptyReplica(initialState(state.plan), entryKeys), ...shown };
  }
}

/** SQLSTATE classes 22 and 23: a value that can't be stored, whenever it is tried again. */
function isRefusedValue(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^2[23]\w{3}$/.test(code);
}
