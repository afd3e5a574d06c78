import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { cardSlot, contributorSlot, shareSlot } from "@/lib/activities/cards";
import type { RuleContext, SealedRead } from "@/lib/activities/contract";
import type { Acknowledgement } from "@/lib/protocol";
import type { Actor } from "@/lib/session/actor";
import { asCounted } from "@/lib/session/author-contact";
import type { Command, CommandFrame } from "@/lib/session/commands";
import { decide } from "@/lib/session/decide";
import type { SessionStep } from "@/lib/session/decision";
import type { SessionEvent } from "@/lib/session/events";
import { evolve } from "@/lib/session/evolve";
import { type ActivityRun, openRuns, type SessionState } from "@/lib/session/state";
import { storedEvent } from "@/lib/session/stored";
import type { EntryKeys } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import { databaseNow } from "@/server/db/clock";
import {
  activityKeys,
  handledCommands,
  sessionEvents,
  sessions,
} from "@/server/db/schema/sessions";
import { isStillForgotten } from "@/server/erasure/forgotten";
import { helpContactsOf } from "@/server/installation";
import { hashSecret, newCode, randomId, shuffle, tagOf } from "@/server/rooms/chance";
import { compact } from "@/server/rooms/compact";
import { catchUp, type Replica, readEvents, reviewOf } from "@/server/rooms/replica";
import { loadSealedRows, type SealedRows, type TaggedRead } from "@/server/rooms/sealed-rows";
import { loadSessionRows, type SessionRows } from "@/server/rooms/session-rows";

/**
 * Who sends a command. A participant's device secret is never stored, only hashed into tags. The sweep ends
 * what was forgotten, and nothing that was not.
 */
export type Sender =
  | { kind: "participant"; device: string }
  | Extract<Actor, { kind: "facilitator" }>
  | { kind: "sweep" };

export interface Submission {
  sender: Sender;
  frame: CommandFrame;
}

/** Tags of one participant do not match across batches of cards, nor across ballots. */
const tagSlot = (read: SealedRead): string => {
  switch (read.of) {
    case "card":
      return cardSlot(read.edit);
    case "contributed":
      return contributorSlot(read.batch);
    case "share":
      return shareSlot(read.batch, read.group);
    case "ballot":
      return read.slot;
    default:
      return "";
  }
};

/**
 * Runs a batch of commands in one transaction: locks the session, catches up with other nodes,
 * decides in order, writes, commits. Answers in the batch's order; only then may they be
 * acknowledged. Throws when the transaction fails; the replica must then be thrown away.
 */
export async function runBatch(
  db: Db,
  sessionId: string,
  replica: Replica,
  batch: readonly Submission[],
): Promise<Acknowledgement[]> {
  return db.transaction(async (tx) => {
    const row = await lockSession(tx, sessionId);
    if (!row) return batch.map(() => ({ ok: false, code: "not-allowed" }) as const);
    const seenRev = replica.rev;
    await readEvents(tx, sessionId, replica);
    replica.entryKeys = { code: row.code, stageKey: row.stageKey };
    const wasLocked = replica.state.locked;

    const run: BatchRun = {
      ...{ tx, sessionId, replica, row },
      read: await readFor(tx, sessionId, replica.state, batch),
      changes: { events: [], newlyHandled: [], sealed: false },
    };
    const answers: Acknowledgement[] = [];
    for (const submission of batch) answers.push(await answerTo(run, submission));

    const { events, newlyHandled, sealed } = run.changes;
    if (events.length > 0 || newlyHandled.length > 0 || sealed) {
      await writeDown(run, { seenRev, wasLocked });
    } else if (row.rev !== seenRev) {
      // What is shown goes with the events that were just read, also where nothing is written.
      replica.rev = row.rev;
      await catchUp(tx, sessionId, replica);
    }
    return answers;
  });
}

type Transaction = Parameters<Parameters<Db["transaction"]>[0]>[0];
type SessionRow = NonNullable<Awaited<ReturnType<typeof lockSession>>>;

/** A batch under way. */
interface BatchRun {
  tx: Transaction;
  sessionId: string;
  replica: Replica;
  /** The session's row, as it was when the batch began. */
  row: SessionRow;
  read: ReadRows;
  changes: {
    events: SessionEvent[];
    /** Facilitators' commands by their ids. */
    newlyHandled: string[];
    sealed: boolean;
  };
}

/** Locks the session until the transaction ends; undefined where there is none that takes commands. */
async function lockSession(tx: Transaction, sessionId: string) {
  const [row] = await tx
    .select({
      seq: sessions.seq,
      rev: sessions.rev,
      joined: sessions.joined,
      code: sessions.code,
      stageKey: sessions.stageKey,
      now: databaseNow,
    })
    .from(sessions)
    // What has lost its log takes no command: an empty log would look like a lobby.
    .where(and(eq(sessions.id, sessionId), isNull(sessions.rawErasedAt)))
    .for("update");
  return row;
}

/** What a batch has read before it decides. */
interface ReadRows {
  handled: Set<string>;
  /** Key and rows by activity. */
  open: Map<string, Opened>;
  /** Whether `sessionRows` were loaded. */
  asksSession: boolean;
  sessionRows: SessionRows;
  sessionKey: string | null;
  mayBeSwept: boolean;
  hasHelp: boolean;
}

async function readFor(
  tx: Transaction,
  sessionId: string,
  state: SessionState,
  batch: readonly Submission[],
): Promise<ReadRows> {
  const has = (type: Command["type"]) => batch.some(({ frame }) => frame.command.type === type);
  const handled = await alreadyHandled(tx, sessionId, batch);
  const open = new Map<string, Opened>();
  for (const run of openRuns(state)) {
    const activity = run.template.key;
    const key = await keyOf(tx, sessionId, activity);
    const rows = await loadSealedRows(tx, sessionId, activity, readsOf(run, batch, key));
    open.set(activity, { key, rows });
  }
  const asksSession = batch.some(({ frame }) => readsSession.has(frame.command.type));
  // After the end there is nothing to tag, and no key may be made again (rule 8).
  const asksTalk = state.status !== "finished" && has("wantToTalk");
  const sweeps = batch.some(({ sender }) => sender.kind === "sweep");
  return {
    ...{ handled, open, asksSession },
    sessionRows: asksSession ? await loadSessionRows(tx, sessionId) : noSessionRows,
    sessionKey: asksTalk ? await keyOf(tx, sessionId, SESSION_SCOPE) : null,
    mayBeSwept: sweeps && (await isStillForgotten(tx, sessionId)),
    hasHelp: has("begin") && (await helpContactsOf(tx)).length > 0,
  };
}

/** Decides one command and takes what it brings about into the state and the rows that are open. */
async function answerTo(run: BatchRun, { sender, frame }: Submission): Promise<Acknowledgement> {
  const { replica, read, changes } = run;
  const { handled, sessionRows, sessionKey } = read;
  if (handled.has(frame.id)) return { ok: true };
  if (sender.kind === "sweep" && !read.mayBeSwept) return { ok: false, code: "not-allowed" };
  const role = sender.kind === "participant" ? "participant" : "facilitator";
  const decision = decide(replica.state, frame.command, role, contextsFor(run, sender), {
    inSight: replica.inSight,
    // "Seen" is said of what was shown, and answers nothing about what has come since.
    sealed:
      sender.kind === "facilitator" ? asCounted(sessionRows, replica.talkCounted) : sessionRows,
    hasHelp: read.hasHelp,
    tag: () =>
      sender.kind === "participant" && sessionKey !== null
        ? tagOf(sessionKey, sender.device, "talk")
        : "",
  });
  if (!decision.ok) return decision;
  take(run, decision);
  for (let next = decision.next; next; ) {
    await openWhatHasStarted(run);
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

/** What the rules of an activity are asked with. */
function contextsFor({ replica, row, read }: BatchRun, sender: Sender) {
  const { state, lateReady } = replica;
  return (of: string): RuleContext => ({
    now: row.now,
    randomId,
    shuffle,
    hash: hashSecret,
    k: state.k,
    joined: row.joined,
    lateReady: lateReady?.activity === of ? lateReady.batch : null,
    sealed: read.open.get(of)?.rows ?? nothingSealed,
    tag: (slot) => {
      const key = read.open.get(of)?.key;
      return sender.kind === "participant" && key !== undefined
        ? tagOf(key, sender.device, slot)
        : "";
    },
  });
}

/** Key and rows of an activity that a step of this batch has started. */
async function openWhatHasStarted({ tx, sessionId, replica, read }: BatchRun): Promise<void> {
  for (const { template } of openRuns(replica.state)) {
    if (read.open.has(template.key)) continue;
    const key = await keyOf(tx, sessionId, template.key);
    const rows = await loadSealedRows(tx, sessionId, template.key, [EVERYTHING]);
    read.open.set(template.key, { key, rows });
  }
}

/** Writes one step of a decision into the state and the rows that are open. */
function take({ replica, read, changes }: BatchRun, step: SessionStep): void {
  for (const event of step.events) evolve(replica.state, event);
  for (const { activity: of, writes } of step.sealed) {
    const rows = read.open.get(of)?.rows;
    if (!rows) throw new Error("A command changed an activity that isn't open");
    for (const write of writes) rows.apply(write);
    changes.sealed ||= writes.length > 0;
  }
  for (const write of step.session ?? []) {
    read.sessionRows.apply(write);
    changes.sealed = true;
  }
  changes.events.push(...step.events);
}

/** Writes what the batch has changed, and brings the replica to what is then stored. */
async function writeDown(
  { tx, sessionId, replica, row, read, changes }: BatchRun,
  { seenRev, wasLocked }: { seenRev: number; wasLocked: boolean },
): Promise<void> {
  const { state } = replica;
  const { events, newlyHandled } = changes;
  for (const { rows } of read.open.values()) await rows.flush(tx);
  await read.sessionRows.flush(tx);
  if (events.length > 0) {
    await tx.insert(sessionEvents).values(
      events.map((event, index) => ({
        ...{ sessionId, seq: row.seq + 1 + index },
        event: storedEvent(event, state),
      })),
    );
  }
  if (newlyHandled.length > 0) {
    await tx
      .insert(handledCommands)
      .values(newlyHandled.map((commandId) => ({ sessionId, commandId })));
  }
  if (state.status === "finished") await compact(tx, sessionId);
  replica.seq = row.seq + events.length;
  replica.rev = row.rev + 1;
  replica.review = await reviewOf(tx, sessionId, state);
  replica.entryKeys = entryKeysAfter(replica.entryKeys, events, state);
  // Read anew where another node may have written, or the end has just deleted them.
  const isStale = row.rev !== seenRev || state.status === "finished";
  if (isStale) replica.sealed = await loadSessionRows(tx, sessionId);
  else if (read.asksSession) replica.sealed = read.sessionRows;
  await tx
    .update(sessions)
    .set({
      seq: replica.seq,
      rev: replica.rev,
      status: state.status,
      ...replica.entryKeys,
      ...(state.locked === wasLocked ? {} : { locked: state.locked }),
      ...(newlyHandled.length > 0 ? { actedAt: sql`now()` } : {}),
      ...(state.status === "finished" ? { endedAt: sql`now()` } : {}),
    })
    .where(eq(sessions.id, sessionId));
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

/** Scope of the session's own key; no activity has an empty key. */
const SESSION_SCOPE = "";

/** Commands that look at rows of the session itself. */
const readsSession: ReadonlySet<Command["type"]> = new Set([
  "askAboutOwnCards",
  "wantToTalk",
  "replyBlind",
  "acknowledgeTalk",
  "writeNote",
]);

const noSessionRows: SessionRows = {
  replies: new Map(),
  talkRequests: new Map(),
  notes: new Map(),
  apply: () => {
    throw new Error("A command changed rows of the session that it did not read");
  },
  flush: async () => undefined,
};

const nothingSealed: SealedRows = {
  card: () => undefined,
  cardOfMark: () => undefined,
  cards: () => [],
  contributed: () => 0,
  share: () => 0,
  contributors: () => 0,
  ballot: () => undefined,
  ballots: () => [],
  apply: () => undefined,
  flush: async () => undefined,
};

const EVERYTHING: TaggedRead = { read: { of: "everything" }, tag: "" };

/** An activity that still takes what is sent: the key of its tags, and its sealed rows. */
interface Opened {
  key: string;
  rows: SealedRows;
}

function readsOf(run: ActivityRun, batch: readonly Submission[], key: string): TaggedRead[] {
  return batch.flatMap(({ sender, frame: { command } }): TaggedRead[] => {
    const marks = marksOf(command);
    if (marks) {
      return marks.map((mark) => ({ read: { of: "mark", markHash: hashSecret(mark) }, tag: "" }));
    }
    // Entering and closing count, gather and reveal: they read everything.
    if (command.type !== "activity") return [EVERYTHING];
    if (command.activity !== run.template.key) return [];
    return (run.instance.reads(command.command) ?? []).map((read): TaggedRead => {
      const isTagged = sender.kind === "participant";
      return { read, tag: isTagged ? tagOf(key, sender.device, tagSlot(read)) : "" };
    });
  });
}

/** Secrets of the marks that a command proves; null where it is about none. */
function marksOf(command: Command): readonly string[] | null {
  if (command.type === "askAboutOwnCards") return command.marks;
  if (command.type !== "wantToTalk") return null;
  return command.mark === null ? [] : [command.mark];
}

async function alreadyHandled(
  tx: Pick<Db, "select">,
  sessionId: string,
  batch: readonly Submission[],
): Promise<Set<string>> {
  const ids = batch.flatMap(({ sender, frame }) =>
    sender.kind === "facilitator" ? [frame.id] : [],
  );
  if (ids.length === 0) return new Set();
  const rows = await tx
    .select({ id: handledCommands.commandId })
    .from(handledCommands)
    .where(and(eq(handledCommands.sessionId, sessionId), inArray(handledCommands.commandId, ids)));
  return new Set(rows.map((each) => each.id));
}

/** The activity's key, made when the first command needs one. */
async function keyOf(
  tx: Pick<Db, "select" | "insert">,
  sessionId: string,
  activity: string,
): Promise<string> {
  const here = and(eq(activityKeys.sessionId, sessionId), eq(activityKeys.activity, activity));
  const [stored] = await tx.select({ key: activityKeys.key }).from(activityKeys).where(here);
  if (stored) return stored.key;
  const key = randomId() + randomId();
  await tx.insert(activityKeys).values({ sessionId, activity, key });
  return key;
}
