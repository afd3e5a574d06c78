import type { Audience } from "@/lib/activities/contract";
import type { Acknowledgement, PresenceFrame, ViewVersion } from "@/lib/protocol";
import { asCounted, countTalk } from "@/lib/session/author-contact";
import { createGatheredReview, marksInSight } from "@/lib/session/gathered-review";
import { flatten } from "@/lib/session/patches";
import { initialState, openRuns, positionOf } from "@/lib/session/state";
import { view, waitingLateBatch } from "@/lib/session/view";
import type { People } from "@/lib/session/view-schema";
import { type Db, isDatabaseAway } from "@/server/db/client";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { createAudienceFrames } from "@/server/rooms/audience-frames";
import { runBatch, type Submission } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { BUSY, createCommandQueue, type Waiting } from "@/server/rooms/command-queue";
import { createFanOut } from "@/server/rooms/fan-out";
import { createNodePeople } from "@/server/rooms/node-people";
import {
  AWAY_AFTER_MS,
  AWAY_IN_LOBBY_AFTER_MS,
  createPresence,
  DEVICES_MAX,
} from "@/server/rooms/people";
import { catchUp, emptyReplica, loadDoor, loadReplica, type Replica } from "@/server/rooms/replica";
import { countLatePeople, countSignal } from "@/server/rooms/sealed-rows";
import { loadSessionRows } from "@/server/rooms/session-rows";
import { UnreadableSession } from "@/server/rooms/unreadable";
import type { ViewPacket } from "@/server/rooms/view-packet";

/** Progress is shown this often, so that a single phone's "done" cannot be watched (rule 2). */
const PEOPLE_EVERY_MS = 5_000;
/** In the lobby people only arrive; seeing one's own phone appear matters more. */
const PEOPLE_EVERY_IN_LOBBY_MS = 500;
/** Somebody who sees a room. `send` gets packets in order. */
export interface Viewer {
  audience: Audience;
  /** The link that a stage came by; null for others. */
  stageKey: string | null;
  send(packet: ViewPacket): void;
  /** Puts it out: it has no business here any more, and coming back is decided anew. */
  dismiss(): void;
}

/** The live room of one session on this node: a queue and a cache (architecture.md, idea 1). */
export interface Room {
  submit(submission: Submission): Promise<Acknowledgement>;
  /** Sends a full view, or nothing if the viewer has seen this version, then patches. */
  attach(viewer: Viewer, seen: ViewVersion | null): void;
  detach(viewer: Viewer): void;
  /** Sends the full view again to a viewer that missed a patch. */
  resync(viewer: Viewer): void;
  arrive(device: string): void;
  leave(device: string): void;
  setPresence(device: string, frame: PresenceFrame): void;
  /** Whether what this device hands in is taken by now. Asks who came, never what is there (P139). */
  takesFrom(device: string): boolean;
  /** Called with the revision that another node may have written. */
  hint(rev: number): void;
  readonly viewers: number;
  /** Whether only devices that have been in before come in (P111). */
  readonly isLocked: boolean;
  /** What passes are made with; null where the session has none (P111). */
  readonly admissionKey: string | null;
  /** When its last viewer went, as `elapsed` counts; null while there is one. */
  readonly emptySince: number | null;
  /** Puts everybody out: what the room shows has been erased. */
  expel(): void;
  /** Waits for what is in flight and stops the timers. */
  close(): Promise<void>;
}

const audiences = ["participant", "stage", "facilitator"] as const;

/** Loads a session into a room; null where there is none. */
export async function openRoom(options: {
  db: Db;
  /** The database's clock, ms since 1970. */
  now(): number;
  log: Log;
  node: string;
  sessionId: string;
  /** Called once, after the commit that ended the session on this node. */
  onEnded(): void;
  /** Called when another version has written into the session: this room knows nothing any more. */
  onUnreadable(): void;
  /** How often progress is shown; only tests count faster. */
  peopleEveryMs?: number;
}): Promise<Room | null> {
  const { db, log, node, sessionId, onEnded, onUnreadable } = options;
  const { peopleEveryMs = PEOPLE_EVERY_MS } = options;
  const loaded = await loadReplica(db, sessionId);
  if (!loaded) return null;
  let replica = loaded;

  const incarnation = randomId();
  const presence = createPresence(elapsed);
  const viewers = new Set<Viewer>();
  const frames = createAudienceFrames(incarnation, options.now);
  const fanOut = createFanOut();
  const nodePeople = createNodePeople({ db, node, sessionId });
  const gathered = createGatheredReview();
  let counted = { phase: "", people: { joined: 0, away: 0, done: 0 } };
  let notSettled = 0;
  /** Devices that were in this room when it began, or are known from before it was loaded here. */
  let known = loaded.mostJoined;
  let running: Promise<void> | null = null;
  let changing = false;
  let emptySince: number | null = elapsed();
  let closed = false;

  // --- commands -------------------------------------------------------------------------------

  const decideBatch = async (batch: readonly Waiting[]): Promise<void> => {
    const wasOver = replica.state.status === "finished";
    changing = true;
    const answers = await answersOf(batch);
    changing = false;
    for (const [each, answer] of answers) each.answer(answer);
    if (!wasOver && replica.state.status === "finished") onEnded();
    closeOldStages();
    publish();
  };
  const queue = createCommandQueue(decideBatch);

  /**
   * Runs a batch in one transaction. What fails for another reason than a database that is away is run
   * again command by command, so that the one at fault fails alone: for good where the database refuses
   * what it holds, else until it is sent again (P69).
   */
  const answersOf = async (
    batch: readonly Waiting[],
  ): Promise<(readonly [Waiting, Acknowledgement])[]> => {
    try {
      const submissions = batch.map((each) => each.submission);
      const answers = await runBatch(db, sessionId, replica, submissions);
      return batch.map((each, index) => [each, answers[index] ?? BUSY] as const);
    } catch (error) {
      // The replica may be ahead of the database now.
      replica = (await reload()) ?? replica;
      if (error instanceof UnreadableSession) {
        onUnreadable();
        return batch.map((each) => [each, BUSY] as const);
      }
      if (isDatabaseAway(error)) {
        log.warn({ err: error }, "a batch failed; its senders try again");
        return batch.map((each) => [each, BUSY] as const);
      }
      const [only] = batch;
      if (only && batch.length === 1) {
        log.error({ err: error }, "a command failed");
        return [[only, isRefusedValue(error) ? { ok: false, code: "bad-input" } : BUSY]];
      }
    }
    const alone: (readonly [Waiting, Acknowledgement])[] = [];
    for (const each of batch) alone.push(...(await answersOf([each])));
    return alone;
  };

  const reload = async (): Promise<Replica | null> => {
    // What facilitators were shown doesn't change by a transaction that failed.
    const { talkCounted, inSight, lateReady } = replica;
    const shown = { talkCounted, inSight, lateReady };
    try {
      const loaded = await loadReplica(db, sessionId);
      return loaded && { ...loaded, ...shown };
    } catch {
      // Still away: an empty replica catches up inside the next transaction.
      return { ...emptyReplica(initialState(replica.state.plan), replica.entryKeys), ...shown };
    }
  };

  /** A stage that came by a link which was exchanged since. */
  const isOldStage = ({ stageKey }: Viewer): boolean =>
    stageKey !== null && stageKey !== replica.entryKeys.stageKey;

  const closeOldStages = (): void => {
    for (const viewer of [...viewers].filter(isOldStage)) viewer.dismiss();
  };

  const startWork = (): void => {
    running ??= queue.drain().finally(() => {
      running = null;
      if (!queue.isEmpty) startWork();
    });
  };

  // --- views ----------------------------------------------------------------------------------

  const phaseNow = (): string => {
    const { activity, phase } = positionOf(replica.state);
    return `${activity}/${phase}`;
  };

  /** As they were counted. With a phase that has begun since then nobody is done, also with one anew. */
  const peopleNow = (): People => {
    const phase = phaseNow();
    if (counted.phase !== phase) counted = { phase, people: { ...counted.people, done: 0 } };
    return counted.people;
  };

  /**
   * Sends what changed since the last time. While a batch is decided the replica holds what is not
   * committed and may never be, and while it catches up only a part of what is, so nothing is shown;
   * the end of both publishes by itself.
   */
  const publish = (): void => {
    // A replica that could not be reloaded knows nothing; what was shown stays until it does.
    if (changing || replica.seq === 0) return;
    try {
      sendChanges();
    } catch (error) {
      log.error({ err: error }, "a view could not be made");
    }
  };

  const viewersOf = (audience: Audience): Viewer[] =>
    [...viewers].filter((viewer) => viewer.audience === audience);

  const sendChanges = (): void => {
    const { review: stored, entryKeys, lateReady, state } = replica;
    const sealed = asCounted(replica.sealed, replica.talkCounted);
    // What was acknowledged is a new signal when it comes again.
    replica.talkCounted = countTalk(sealed);
    const review = gathered.show(phaseNow(), stored);
    replica.inSight = marksInSight(review);
    const context = { people: peopleNow(), review, lateReady, notSettled, sealed, entryKeys };
    for (const audience of audiences) {
      const records = flatten(view(state, audience, context));
      const patch = frames.show(audience, records);
      if (patch === null) continue;
      fanOut.send(patch, viewersOf(audience));
    }
  };

  // --- people ---------------------------------------------------------------------------------

  let lastPeopleAt = Number.NEGATIVE_INFINITY;
  let lastTalkAt = Number.NEGATIVE_INFINITY;
  const countPeople = async (): Promise<void> => {
    const phase = phaseNow();
    const isLobby = replica.state.status === "lobby";
    const awayAfter = isLobby ? AWAY_IN_LOBBY_AFTER_MS : AWAY_AFTER_MS;
    const own = presence.count(phase, elapsed(), awayAfter);
    const total = await nodePeople.addUp(phase, own);
    // Who is on another node may come here when that one goes.
    known = Math.max(known, isLobby ? total.joined : total.joined - own.joined);
    presence.takeInMore(known);
    const late = waitingLateBatch(replica.state);
    const latePeople = late ? await countLatePeople(db, sessionId, late) : 0;
    const ready = latePeople >= replica.state.k.cards ? late : null;
    let unsettled = 0;
    for (const { template, instance } of openRuns(replica.state)) {
      if (!instance.signal) continue;
      unsettled += await countSignal(db, sessionId, template.key, instance.signal);
    }
    // In the lobby, too: people may be seen to arrive there, not to ask.
    const countsTalk = elapsed() - lastTalkAt >= peopleEveryMs;
    // From the database: this copy may know nothing yet after a reload that failed.
    const talk = countsTalk ? countTalk(await loadSessionRows(db, sessionId)) : replica.talkCounted;
    if (countsTalk) lastTalkAt = elapsed();
    const softly = [total, ready, unsettled, [...talk].sort()];
    const before = [peopleNow(), replica.lateReady, notSettled, [...replica.talkCounted].sort()];
    const isSame = JSON.stringify(softly) === JSON.stringify(before);
    replica.lateReady = ready;
    notSettled = unsettled;
    replica.talkCounted = talk;
    // Where a phase has begun meanwhile, they are done with the one before.
    if (phase === phaseNow()) counted = { phase, people: total };
    if (!isSame) publish();
  };
  let counting = false;
  const peopleTimer = setInterval(() => {
    const every = replica.state.status === "lobby" ? PEOPLE_EVERY_IN_LOBBY_MS : peopleEveryMs;
    if (counting || viewers.size === 0 || elapsed() - lastPeopleAt < every) return;
    counting = true;
    countPeople()
      .catch((error: unknown) => log.warn({ err: error }, "people could not be counted"))
      .finally(() => {
        counting = false;
        // From what was shown to what is shown next, however long the counting took.
        lastPeopleAt = elapsed();
      });
  }, PEOPLE_EVERY_IN_LOBBY_MS);

  publish();

  return {
    submit(submission) {
      if (closed) return Promise.resolve(BUSY);
      const answer = queue.push(submission);
      startWork();
      return answer;
    },
    attach(viewer, seen) {
      // Its link was exchanged, or the session erased, while it came in.
      if (closed || isOldStage(viewer)) return viewer.dismiss();
      viewers.add(viewer);
      emptySince = null;
      const version = frames.counter(viewer.audience);
      if (seen?.[0] !== incarnation || seen[1] !== version) {
        viewer.send(frames.full(viewer.audience));
      }
    },
    detach(viewer) {
      viewers.delete(viewer);
      if (viewers.size === 0) emptySince = elapsed();
    },
    resync: (viewer) => viewer.send(frames.full(viewer.audience)),
    arrive: (device) =>
      // Before the beginning whoever comes is seen by the facilitator, who begins with them.
      presence.arrive(device, replica.state.status === "lobby" ? DEVICES_MAX : known),
    leave: (device) => presence.leave(device),
    takesFrom: (device) => presence.takesFrom(device),
    setPresence(device, { activity, phase, done, left = false }) {
      presence.hear(device, { phase: `${activity}/${phase}`, done, left });
    },
    hint(rev) {
      if (rev <= replica.rev || running) return;
      const behind = replica;
      changing = true;
      running = Promise.all([catchUp(db, sessionId, behind), loadDoor(db, sessionId)])
        .then(([, entryKeys]) => {
          behind.rev = Math.max(behind.rev, rev);
          if (entryKeys) behind.entryKeys = entryKeys;
          changing = false;
          closeOldStages();
          publish();
        })
        .catch((error: unknown) => {
          if (error instanceof UnreadableSession) onUnreadable();
          else log.warn({ err: error }, "a room could not catch up");
        })
        .finally(() => {
          changing = false;
          running = null;
          if (!queue.isEmpty) startWork();
        });
    },
    get viewers() {
      return viewers.size;
    },
    admissionKey: loaded.admissionKey,
    get isLocked() {
      return replica.state.locked;
    },
    get emptySince() {
      return emptySince;
    },
    expel() {
      for (const viewer of [...viewers]) viewer.dismiss();
    },
    async close() {
      closed = true;
      clearInterval(peopleTimer);
      await running;
      await nodePeople.forget().catch(() => undefined);
    },
  };
}

/** SQLSTATE classes 22 and 23: a value that can't be stored, whenever it is tried again. */
function isRefusedValue(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : undefined;
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  return /^2[23]\w{3}$/.test(code);
}
