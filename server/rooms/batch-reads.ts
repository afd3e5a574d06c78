import { and, eq, inArray } from "drizzle-orm";
import { cardSlot, contributorSlot, shareSlot } from "@/lib/activities/cards";
import type { SealedRead } from "@/lib/activities/contract";
import type { SeriesWords } from "@/lib/series/series-words";
import { type Command, readsAllSealed } from "@/lib/session/commands";
import { type ActivityRun, openRuns, type SessionState } from "@/lib/session/state";
import type { Db, Transaction } from "@/server/db/client";
import { activityKeys, handledCommands } from "@/server/db/schema/sessions";
import { together } from "@/server/db/together";
import { isStillForgotten } from "@/server/erasure/forgotten";
import { helpContactsOf } from "@/server/installation";
import { hashSecret, randomId, tagOf } from "@/server/rooms/chance";
import type { Replica } from "@/server/rooms/replica";
import {
  loadSealedRows,
  type SealedRows,
  storedKeyOf,
  type TaggedRead,
} from "@/server/rooms/sealed-rows";
import { loadSeriesRows, noSeries, type SeriesRows } from "@/server/rooms/series-rows";
import { loadSessionRows, type SessionRows } from "@/server/rooms/session-rows";
import type { CommandSubmission } from "@/server/rooms/submission";

/** What a batch has read before it decides. */
export interface ReadRows {
  handled: Set<string>;
  /** Key and rows by activity. */
  open: Map<string, Opened>;
  /** Whether `sessionRows` were loaded. */
  asksSession: boolean;
  sessionRows: SessionRows;
  sessionKey: string | null;
  series: SeriesRows;
  mayBeSwept: boolean;
  hasHelp: boolean;
}

/** Reads what the commands of a batch will ask for, and nothing else; all of it in one way to the database. */
export async function readFor(
  tx: Transaction,
  sessionId: string,
  { state, keys }: Pick<Replica, "state" | "keys">,
  batch: readonly CommandSubmission[],
): Promise<ReadRows> {
  const has = (type: Command["type"]) => batch.some(({ frame }) => frame.command.type === type);
  const openOne = async (run: ActivityRun): Promise<[string, Opened]> => {
    const activity = run.template.key;
    const key = await knownKeyOf(tx, sessionId, activity, keys);
    const rows = await loadSealedRows(tx, sessionId, activity, readsOf(run, batch, key));
    return [activity, { key, rows }];
  };
  const asksSession = batch.some(({ frame }) => readsSession.has(frame.command.type));
  // After the end there is nothing to tag, and no key may be made again (rule 8).
  const asksTalk = state.status !== "finished" && has("wantToTalk");
  const words = batch.flatMap(({ frame }) => seriesWordsOf(state, frame.command));
  const sweeps = batch.some(({ sender }) => sender.kind === "sweep");
  const [handled, open, sessionRows, sessionKey, series, mayBeSwept, contacts] = await together([
    alreadyHandled(tx, sessionId, batch),
    together(openRuns(state).map(openOne)),
    asksSession ? loadSessionRows(tx, sessionId) : noSessionRows,
    asksTalk ? keyOf(tx, sessionId, SESSION_SCOPE) : null,
    words.length > 0 ? loadSeriesRows(tx, sessionId, words) : noSeries,
    sweeps && isStillForgotten(tx, sessionId),
    has("begin") ? helpContactsOf(tx) : [],
  ]);
  return {
    ...{ handled, asksSession, sessionRows, sessionKey, series, mayBeSwept },
    open: new Map(open),
    hasHelp: contacts.length > 0,
  };
}

/** The same for a batch that asks for no rows, in a room which knows the keys of what is open: nobody is asked. */
export function readNothing({ state, keys }: Pick<Replica, "state" | "keys">): ReadRows {
  const open = new Map<string, Opened>();
  for (const { template } of openRuns(state)) {
    const key = keys.get(template.key);
    if (key !== undefined) open.set(template.key, { key, rows: nothingSealed });
  }
  return {
    ...{ handled: new Set(), open, asksSession: false, sessionRows: noSessionRows },
    ...{ sessionKey: null, series: noSeries, mayBeSwept: false, hasHelp: false },
  };
}

/** Opens what a step of the batch has started: its key, and all its rows. */
export async function openStarted(
  tx: Transaction,
  sessionId: string,
  { state, keys }: Pick<Replica, "state" | "keys">,
  open: Map<string, Opened>,
): Promise<void> {
  for (const { template } of openRuns(state)) {
    if (open.has(template.key)) continue;
    const key = await knownKeyOf(tx, sessionId, template.key, keys);
    const rows = await loadSealedRows(tx, sessionId, template.key, [EVERYTHING]);
    open.set(template.key, { key, rows });
  }
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

export const nothingSealed: SealedRows = {
  card: () => undefined,
  cardOfMark: () => undefined,
  cards: () => [],
  contributed: () => 0,
  share: () => 0,
  contributors: () => 0,
  ballot: () => undefined,
  ballots: () => [],
  tally: () => new Map(),
  apply: () => undefined,
  flush: async () => undefined,
};

const EVERYTHING: TaggedRead = { read: { of: "everything" }, tag: "" };

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

/** An activity that still takes what is sent: the key of its tags, and its sealed rows. */
export interface Opened {
  key: string;
  rows: SealedRows;
}

function readsOf(run: ActivityRun, batch: readonly CommandSubmission[], key: string): TaggedRead[] {
  return batch.flatMap(({ sender, frame: { command } }): TaggedRead[] => {
    switch (command.type) {
      case "askAboutOwnCards":
      case "wantToTalk":
        return marksOf(command).map((mark) => ({
          ...{ read: { of: "mark", markHash: hashSecret(mark) }, tag: "" },
        }));
      case "activity":
        if (command.activity !== run.template.key) return [];
        return (run.instance.reads(command.command) ?? []).map((read): TaggedRead => {
          // What facilitators type in is nobody's: it is found by its own secret.
          if (read.of === "typedIn") return { read, tag: hashSecret(read.card) };
          const isTagged = sender.kind === "participant";
          return { read, tag: isTagged ? tagOf(key, sender.device, tagSlot(read)) : "" };
        });
      // It is about no activity.
      case "keepInSeries":
        return [];
      default:
        return readsAllSealed(command) ? [EVERYTHING] : [];
    }
  });
}

/** The words that a command asks the session's series about, or keeps something under. */
export function seriesWordsOf(state: SessionState, command: Command): SeriesWords[] {
  if (state.plan.series === undefined) return [];
  if (command.type === "keepInSeries") return [command.words];
  if (command.type !== "activity") return [];
  const run = openRuns(state).find(({ template }) => template.key === command.activity);
  const reads = run?.instance.reads(command.command) ?? [];
  return reads.flatMap((read) => (read.of === "series" ? read.words : []));
}

/** Secrets of the marks that a command proves. */
function marksOf(
  command: Extract<Command, { type: "askAboutOwnCards" | "wantToTalk" }>,
): readonly string[] {
  if (command.type === "askAboutOwnCards") return command.marks;
  return command.mark === null ? [] : [command.mark];
}

async function alreadyHandled(
  tx: Pick<Db, "select">,
  sessionId: string,
  batch: readonly CommandSubmission[],
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

/** The activity's key, asked for once. */
async function knownKeyOf(
  tx: Pick<Db, "select" | "insert">,
  sessionId: string,
  activity: string,
  known: Map<string, string>,
): Promise<string> {
  const key = known.get(activity) ?? (await keyOf(tx, sessionId, activity));
  known.set(activity, key);
  return key;
}

/** The activity's key, made when the first command needs one. */
async function keyOf(
  tx: Pick<Db, "select" | "insert">,
  sessionId: string,
  activity: string,
): Promise<string> {
  const stored = await storedKeyOf(tx, sessionId, activity);
  if (stored !== null) return stored;
  const key = randomId() + randomId();
  await tx.insert(activityKeys).values({ sessionId, activity, key });
  return key;
}
