import type { RuleContext } from "@/lib/activities/contract";
import type { Acknowledgement } from "@/lib/protocol";
import { asCounted } from "@/lib/session/author-contact";
import { decide } from "@/lib/session/decide";
import type { SessionStep } from "@/lib/session/decision";
import type { SessionEvent } from "@/lib/session/events";
import { evolve } from "@/lib/session/evolve";
import { goesOnAt, type SessionState } from "@/lib/session/state";
import { storedEvent } from "@/lib/session/stored";
import type { EntryKeys } from "@/lib/session/view";
import type { Db, Transaction } from "@/server/db/client";
import { handledCommands, sessionEvents } from "@/server/db/schema/sessions";
import { together } from "@/server/db/together";
import { type BatchDocuments, documentsInBatch } from "@/server/documents/batch-documents";
import {
  type AddedUpdate,
  writeUpdates,
  writeUpdatesAlone,
} from "@/server/documents/document-rows";
import { catchUpDocuments, documentsReadIn } from "@/server/documents/documents";
import { elapsed } from "@/server/elapsed";
import {
  nothingSealed,
  openStarted,
  type ReadRows,
  readFor,
  readNothing,
} from "@/server/rooms/batch-reads";
import { hashSecret, newCode, randomId, shuffle, tagOf } from "@/server/rooms/chance";
import { compact } from "@/server/rooms/compact";
import { mayDecideFromMemory, NeedsLock, unasked } from "@/server/rooms/from-memory";
import {
  keptAfter,
  noChanges,
  noteShown,
  nothingKept,
  type ShownChanges,
} from "@/server/rooms/kept-in-review";
import { catchUp, type Replica, readEvents, reviewOf, seatsOf } from "@/server/rooms/replica";
import { endSeries } from "@/server/rooms/series-rows";
import { type RaisedRow, type SessionRow, withSessionLocked } from "@/server/rooms/session-lock";
import { loadSessionRows } from "@/server/rooms/session-rows";
import {
  type CommandSubmission,
  isCommand,
  type Sender,
  type Submission,
} from "@/server/rooms/submission";

/**
 * Runs a batch of commands. Answers in the batch's order, once what it has changed is on disk; only then may they be
 * acknowledged. Throws when that fails; the replica must then be thrown away. After `NeedsLock` the batch is to be run again.
 */
export function runBatch(
  db: Db,
  sessionId: string,
  replica: Replica,
  batch: readonly Submission[],
): Promise<Acknowledgement[]> {
  return mayDecideFromMemory(replica, batch)
    ? runFromMemory(db, sessionId, replica, batch)
    : runUnderLock(db, sessionId, replica, batch);
}

/** Decides in order from what the replica holds, and writes that in one statement (P327). */
async function runFromMemory(
  db: Db,
  sessionId: string,
  replica: Replica,
  batch: readonly Submission[],
): Promise<Acknowledgement[]> {
  const run = begunRun({ ...unasked, sessionId, replica }, readNothing(replica));
  const answers = await answersTo(run, batch);
  const { events, newlyHandled, sealed } = run.changes;
  const { added } = await run.documents.flush();
  // Other than moves it was to write nothing, and of these it can't tell before.
  if (events.length > 0 || newlyHandled.length > 0 || sealed) throw new NeedsLock();
  replica.movedOnly = true;
  if (added.length === 0) return answers;
  replica.rev += 1;
  const isWritten = await writeUpdatesAlone(db, added, { sessionId, rev: replica.rev });
  if (!isWritten) throw new NeedsLock();
  return answers;
}

/** In one transaction: locks the session, catches up with other nodes, decides in order, writes, commits. */
function runUnderLock(
  db: Db,
  sessionId: string,
  replica: Replica,
  batch: readonly Submission[],
): Promise<Acknowledgement[]> {
  return withSessionLocked<Acknowledgement[]>(db, sessionId, async (tx, row) => {
    if (!row) {
      const refused = batch.map(() => ({ ok: false, code: "not-allowed" }) as const);
      return { done: refused, raised: null };
    }
    const seenRev = replica.rev;
    // Nobody writes without raising it: what was read up to here is all there is.
    if (row.rev !== seenRev || replica.seq === 0) {
      replica.keys.clear();
      replica.aloneSince = elapsed();
      await readEvents(tx, sessionId, replica);
      // Who may open a sheet, and write it, is asked of the seats.
      replica.seats = await seatsOf(tx, sessionId, replica.state);
      await catchUpDocuments(tx, sessionId, { state: replica.state, live: replica.documents });
    }
    replica.entryKeys = { code: row.code, stageKey: row.stageKey };
    const wasLocked = replica.state.locked;

    const read = await readFor(tx, sessionId, replica, batch.filter(isCommand));
    const run = begunRun({ tx, sessionId, replica, row }, read);
    const answers = await answersTo(run, batch);
    const { events, newlyHandled, sealed } = run.changes;
    const { changed, added } = await run.documents.flush();
    const isStale = row.rev !== seenRev;
    replica.movedOnly = events.length === 0 && !sealed && !isStale;
    if (events.length > 0 || newlyHandled.length > 0 || sealed || changed) {
      const raised = await writeDown(run, { seenRev, wasLocked, isTold: changed, added });
      return { done: answers, raised };
    }
    if (isStale) {
      // Nothing to write, but another node has: its events were just read, and what is sealed belongs to them.
      replica.rev = row.rev;
      await catchUp(tx, sessionId, replica);
    }
    return { done: answers, raised: null };
  });
}

/** A batch under way. */
interface BatchRun {
  tx: Transaction;
  sessionId: string;
  replica: Replica;
  /** The session's row, as it was when the batch began. */
  row: SessionRow;
  read: ReadRows;
  documents: BatchDocuments;
  changes: {
    events: SessionEvent[];
    /** Facilitators' commands by their ids. */
    newlyHandled: string[];
    sealed: boolean;
    shown: ShownChanges;
  };
}

/** A batch that has read what its commands will ask for. */
const begunRun = (
  where: Pick<BatchRun, "tx" | "sessionId" | "replica" | "row">,
  read: ReadRows,
): BatchRun => ({
  ...where,
  read,
  documents: documentsInBatch(where),
  changes: { events: [], newlyHandled: [], sealed: false, shown: noChanges(where.replica) },
});

/** Decides all of it, in order. */
async function answersTo(run: BatchRun, batch: readonly Submission[]): Promise<Acknowledgement[]> {
  const answers: Acknowledgement[] = [];
  for (const submission of batch) {
    if (isCommand(submission)) answers.push(await answerTo(run, submission));
    else {
      await submission.document(run.documents);
      answers.push({ ok: true });
    }
  }
  return answers;
}

/** Decides one command and takes what it brings about into the state and the rows that are open. */
async function answerTo(
  run: BatchRun,
  { sender, frame }: CommandSubmission,
): Promise<Acknowledgement> {
  const { replica, read, changes } = run;
  const { handled, sessionRows, sessionKey } = read;
  if (handled.has(frame.id)) return { ok: true };
  if (sender.kind === "sweep" && !read.mayBeSwept) return { ok: false, code: "not-allowed" };
  if (sender.kind === "clock" && !isDue(run)) return { ok: false, code: "wrong-phase" };
  const role = sender.kind === "participant" ? "participant" : "facilitator";
  const decision = decide(replica.state, frame.command, role, contextsFor(run, sender), {
    inSight: replica.inSight,
    // "Seen" is said of what was shown, and answers nothing about what has come since.
    sealed:
      sender.kind === "facilitator" ? asCounted(sessionRows, replica.talkCounted) : sessionRows,
    hasHelp: read.hasHelp,
    mayKeepInSeries: read.series.mayKeep,
    tag: () =>
      sender.kind === "participant" && sessionKey !== null
        ? tagOf(sessionKey, sender.device, "talk")
        : "",
  });
  if (!decision.ok) return decision;
  take(run, decision);
  if (decision.documents) {
    await run.documents.write(decision.documents.activity, decision.documents.writes);
  }
  for (let next = decision.next; next; ) {
    await openStarted(run.tx, run.sessionId, replica, read.open);
    const step: SessionStep = next();
    take(run, step);
    next = step.next;
  }
  if (sender.kind === "facilitator") {
    changes.newlyHandled.push(frame.id);
    handled.add(frame.id);
  }
  return { ok: true, ...(decision.reply === undefined ? {} : { reply: decision.reply }) };
}

/**
 * Whether a step that follows the clock is due, by the database's clock and under the session's lock: of the nodes that
 * have waited for it the first one takes it, and for the others it is over (P235).
 */
function isDue({ replica, row }: BatchRun): boolean {
  const at = goesOnAt(replica.state);
  return at !== null && at <= row.now;
}

/** What the rules of an activity are asked with. */
function contextsFor({ replica, row, read }: BatchRun, sender: Sender) {
  const { state, lateReady } = replica;
  return (of: string): RuleContext => ({
    get now() {
      return row.now;
    },
    randomId,
    shuffle,
    hash: hashSecret,
    k: state.k,
    get joined() {
      return row.joined;
    },
    withoutPhone: state.withoutPhone,
    lateReady: lateReady?.activity === of ? lateReady.batch : null,
    sealed: read.open.get(of)?.rows ?? nothingSealed,
    documents: documentsReadIn(replica.documents, of),
    seriesScores: read.series.scores,
    tag: (slot) => {
      const key = read.open.get(of)?.key;
      return sender.kind === "participant" && key !== undefined
        ? tagOf(key, sender.device, slot)
        : "";
    },
  });
}

/** Writes one step of a decision into the state and the rows that are open. */
function take({ replica, read, documents, changes }: BatchRun, step: SessionStep): void {
  for (const event of step.events) evolve(replica.state, event);
  for (const { activity: of, writes } of step.sealed) {
    const rows = read.open.get(of)?.rows;
    if (!rows) throw new Error("A command changed an activity that isn't open");
    for (const write of writes) {
      noteShown(changes.shown, { activity: of, write }, rows);
      rows.apply(write);
      if (write.op !== "eraseActivity") continue;
      documents.erase(of);
      replica.keys.delete(of);
    }
    changes.sealed ||= writes.length > 0;
  }
  for (const write of step.session ?? []) {
    if (write.op === "keepInSeries") read.series.keep(write.words, write.scores);
    else read.sessionRows.apply(write);
    changes.sealed = true;
  }
  changes.events.push(...step.events);
}

/** Writes what the batch has changed, and brings the replica to what is then stored; what is to become of the session's row. */
async function writeDown(
  { tx, sessionId, replica, row, read, changes }: BatchRun,
  {
    seenRev,
    wasLocked,
    isTold,
    added,
  }: { seenRev: number; wasLocked: boolean; isTold: boolean; added: readonly AddedUpdate[] },
): Promise<RaisedRow> {
  const { state } = replica;
  const { events, newlyHandled } = changes;
  await together([
    ...[...read.open.values()].map(({ rows }) => rows.flush(tx)),
    read.sessionRows.flush(tx),
    read.series.flush(tx),
    writeEvents(tx, { sessionId, after: row.seq, state }, events),
    writeHandled(tx, sessionId, newlyHandled),
    writeUpdates(tx, added),
  ]);
  if (state.status === "finished") {
    await compact(tx, sessionId);
    // What it kept was for its last meeting; one that never began, as a forgotten lobby, was none.
    const { series } = state.plan;
    const wasHeld = state.begunAt !== null;
    if (wasHeld && series && series.part === series.of) await endSeries(tx, sessionId);
  }
  replica.seq = row.seq + events.length;
  replica.rev = row.rev + 1;
  const isStale = row.rev !== seenRev || state.status === "finished";
  // Cards under review and seats move with events and sealed rows only.
  if (events.length > 0 || changes.sealed || isStale) {
    const kept = isStale ? nothingKept : keptAfter(replica, changes.shown);
    replica.review = kept.review ?? (await reviewOf(tx, sessionId, state));
    replica.seats = kept.seats ?? (await seatsOf(tx, sessionId, state));
  }
  replica.entryKeys = entryKeysAfter(replica.entryKeys, events, state);
  // Read anew where another node may have written, or the end has just deleted them.
  if (isStale) replica.sealed = await loadSessionRows(tx, sessionId);
  else if (read.asksSession) replica.sealed = read.sessionRows;
  return {
    ...{ seq: replica.seq, rev: replica.rev, status: state.status },
    ...replica.entryKeys,
    ...(state.locked === wasLocked ? {} : { locked: state.locked }),
    isActed: newlyHandled.length > 0,
    // Whoever moves something looks at how others move it, also over another node; all else can wait for a second.
    isTold,
  };
}

async function writeEvents(
  tx: Transaction,
  { sessionId, after, state }: { sessionId: string; after: number; state: SessionState },
  events: readonly SessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  await tx.insert(sessionEvents).values(
    events.map((event, index) => ({
      ...{ sessionId, seq: after + 1 + index },
      event: storedEvent(event, state),
    })),
  );
}

async function writeHandled(
  tx: Transaction,
  sessionId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx.insert(handledCommands).values(ids.map((commandId) => ({ sessionId, commandId })));
}

/** The log says that a way in was exchanged; for what, only the session's row does. */
function entryKeysAfter(
  entryKeys: EntryKeys,
  events: readonly SessionEvent[],
  state: SessionState,
): EntryKeys {
  const rotates = (type: SessionEvent["type"]) => events.some((event) => event.type === type);
  return {
    code: state.status === "finished" ? null : rotates("codeRotated") ? newCode() : entryKeys.code,
    stageKey: rotates("stageLinkRotated") ? randomId() : entryKeys.stageKey,
  };
}
