import { and, eq, gt, isNull } from "drizzle-orm";
import { type CountedTalk, countTalk, type InSight } from "@/lib/session/author-contact";
import type { SessionSealed } from "@/lib/session/decision";
import { evolve } from "@/lib/session/evolve";
import { nothingGathered, type StoredReview } from "@/lib/session/gathered-review";
import { currentRun, initialState, positionOf, type SessionState } from "@/lib/session/state";
import { readEvent, readPlan } from "@/lib/session/stored";
import type { EntryKeys, LateBatch } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import { sessionEvents, sessions } from "@/server/db/schema/sessions";
import { catchUpDocuments, type LiveDocuments } from "@/server/documents/documents";
import { elapsed } from "@/server/elapsed";
import { loadReview, loadSeats, type Seats } from "@/server/rooms/sealed-rows";
import { loadSessionRows } from "@/server/rooms/session-rows";
import { UnreadableSession } from "@/server/rooms/unreadable";

/**
 * A room's copy of the session: the state, how far of the log it holds, what is sealed and shown, and
 * the ways in.
 */
export interface Replica {
  state: SessionState;
  seq: number;
  rev: number;
  review: StoredReview;
  /** What facilitators see on this node: cards under review, and those of them that were withdrawn since. */
  inSight: InSight;
  /** The late batch that had enough people's cards when it was last counted; null for none. */
  lateReady: LateBatch | null;
  /** The seats of the current activity; null where it has none. */
  seats: Seats | null;
  /**
   * What the tags of activities that take something are made with, as far as it was read. Nobody changes one without raising
   * the revision: they are read anew once another node has.
   */
  keys: Map<string, string>;
  /** What people arrange or write together, as far as it has begun. */
  documents: LiveDocuments;
  /** Whether the last batch has changed nothing but documents, if that. */
  movedOnly: boolean;
  /** Since when nobody but this node is known to have written, as `elapsed` counts. */
  aloneSince: number;
  sealed: SessionSealed;
  /** The signals in `sealed` that facilitators have been shown on this node. */
  talkCounted: CountedTalk;
  entryKeys: EntryKeys;
  /** The most devices that were in the room at once, as it was when this was loaded. */
  mostJoined: number;
  /** What passes are made with, which never changes; null where the session has none (P111). */
  admissionKey: string | null;
}

/** Where a room keeps its copy: another one takes its place after a transaction that failed. */
export interface HeldReplica {
  replica: Replica;
}

/** The phase that a copy is in, as `activity/phase`. */
export function phaseOf({ state }: Replica): string {
  const { activity, phase } = positionOf(state);
  return `${activity}/${phase}`;
}

/** A copy that has read nothing yet. */
export const emptyReplica = (state: SessionState, entryKeys: EntryKeys): Replica => ({
  state,
  seq: 0,
  rev: 0,
  review: nothingGathered(),
  inSight: new Map(),
  lateReady: null,
  seats: null,
  keys: new Map(),
  documents: new Map(),
  movedOnly: false,
  aloneSince: elapsed(),
  sealed: { replies: new Map(), talkRequests: new Map(), notes: new Map() },
  talkCounted: new Set(),
  entryKeys,
  mostJoined: 0,
  admissionKey: null,
});

/**
 * A session as a room begins with it; null where there is none, or its log was erased. Throws
 * `UnreadableSession`.
 */
export async function loadReplica(db: Db, sessionId: string): Promise<Replica | null> {
  const [row] = await db
    .select({
      plan: sessions.plan,
      rev: sessions.rev,
      joined: sessions.joined,
      code: sessions.code,
      stageKey: sessions.stageKey,
      admissionKey: sessions.admissionKey,
    })
    .from(sessions)
    // Without its log a session can't be told any more.
    .where(and(eq(sessions.id, sessionId), isNull(sessions.rawErasedAt)));
  if (!row) return null;
  const { code, stageKey, rev, joined: mostJoined, admissionKey } = row;
  const empty = emptyReplica(startedFrom(row.plan), { code, stageKey });
  const replica: Replica = { ...empty, rev, mostJoined, admissionKey };
  await catchUp(db, sessionId, replica);
  replica.talkCounted = countTalk(replica.sealed);
  return replica;
}

/** The ways in as they are now. */
export async function loadDoor(db: Db, sessionId: string): Promise<EntryKeys | undefined> {
  const [entryKeys] = await db
    .select({ code: sessions.code, stageKey: sessions.stageKey })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return entryKeys;
}

/**
 * The state that a stored plan begins with. Its kinds read their settings, so that a setting of another
 * version shows here. Throws `UnreadableSession`.
 */
export function startedFrom(plan: unknown): SessionState {
  try {
    return initialState(readPlan(plan));
  } catch (cause) {
    throw new UnreadableSession("Its plan does not read", { cause });
  }
}

/** Brings the replica to what the database holds: events it has not seen, and what is sealed and shown. */
export async function catchUp(
  tx: Pick<Db, "select">,
  sessionId: string,
  replica: Replica,
): Promise<void> {
  replica.keys.clear();
  replica.aloneSince = elapsed();
  await readEvents(tx, sessionId, replica);
  replica.review = await reviewOf(tx, sessionId, replica.state);
  replica.seats = await seatsOf(tx, sessionId, replica.state);
  const { state, documents: live } = replica;
  if (await catchUpDocuments(tx, sessionId, { state, live })) {
    // Others may have written between these questions. Who is still in a group has to be known as of what its sheet says by
    // now, and not as of before: else whoever was moved meanwhile would be told what was written after that (P282).
    await readEvents(tx, sessionId, replica);
    replica.seats = await seatsOf(tx, sessionId, state);
  }
  replica.sealed = await loadSessionRows(tx, sessionId);
}

/** The sealed cards that facilitators see: under review, and held ones. */
export async function reviewOf(
  tx: Pick<Db, "select">,
  sessionId: string,
  state: SessionState,
): Promise<StoredReview> {
  const run = currentRun(state);
  const isReviewed = run?.status === "open" && run.instance.batches()?.reviewed != null;
  return isReviewed ? loadReview(tx, sessionId, run.template.key) : nothingGathered();
}

/** The seats of the current activity, if its kind has any: nothing is asked for others. */
export async function seatsOf(
  tx: Pick<Db, "select">,
  sessionId: string,
  state: SessionState,
): Promise<Seats | null> {
  const run = currentRun(state);
  const hasSeats = run?.status === "open" && run.instance.channels !== null;
  return hasSeats ? loadSeats(tx, sessionId, run.template.key) : null;
}

/**
 * Applies the events that the replica has not seen yet, with `between` before each of them: nobody else may look at the replica
 * where that waits. Throws `UnreadableSession`.
 */
export async function readEvents(
  tx: Pick<Db, "select">,
  sessionId: string,
  replica: Pick<Replica, "state" | "seq">,
  between?: () => Promise<void>,
): Promise<void> {
  const rows = await tx
    .select({ seq: sessionEvents.seq, event: sessionEvents.event })
    .from(sessionEvents)
    .where(and(eq(sessionEvents.sessionId, sessionId), gt(sessionEvents.seq, replica.seq)))
    .orderBy(sessionEvents.seq);
  for (const row of rows) {
    if (between) await between();
    try {
      evolve(replica.state, readEvent(row.event, replica.state));
    } catch (cause) {
      throw new UnreadableSession("An event of its log does not read", { cause });
    }
    replica.seq = row.seq;
  }
}
