import type { Acknowledgement, PresenceFrame, SeenVersions } from "@/lib/protocol";
import { asCounted, countTalk } from "@/lib/session/author-contact";
import { createGatheredReview, marksInSight } from "@/lib/session/gathered-review";
import { flatten } from "@/lib/session/patches";
import { narrowViews, type ViewContext, view } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { answersOf } from "@/server/rooms/answers";
import { BUSY, createCommandQueue } from "@/server/rooms/command-queue";
import { createPresence, DEVICES_MAX } from "@/server/rooms/people";
import {
  catchUp,
  type HeldReplica,
  loadDoor,
  loadReplica,
  phaseOf,
  type Replica,
} from "@/server/rooms/replica";
import { tooSoonForSeries } from "@/server/rooms/series-pace";
import { createSoftCounts, PEOPLE_EVERY_MS } from "@/server/rooms/soft-counts";
import type { Submission } from "@/server/rooms/submission";
import { UnreadableSession } from "@/server/rooms/unreadable";
import { createViewers, type Viewer, type Viewers } from "@/server/rooms/viewers";

/** The live room of one session on this node: a queue and a cache (architecture.md, idea 3). */
export interface Room {
  submit(submission: Submission): Promise<Acknowledgement>;
  /** Sends a full view, or nothing if the viewer has seen this version, then patches; of each channel. */
  attach(viewer: Viewer, seen: SeenVersions): void;
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
  /** Whether a console is connected to it on this node. */
  readonly hasConsole: boolean;
  /** When the last of these went, as `elapsed` counts; null while there is one, and before there was. */
  readonly consoleGoneSince: number | null;
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

interface RoomOptions {
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
}

/** Loads a session into a room; null where there is none. */
export async function openRoom(options: RoomOptions): Promise<Room | null> {
  const loaded = await loadReplica(options.db, options.sessionId);
  return loaded && roomOf(loaded, options);
}

function roomOf(loaded: Replica, options: RoomOptions): Room {
  const { db, log, node, sessionId, peopleEveryMs = PEOPLE_EVERY_MS } = options;
  const held: HeldReplica = { replica: loaded };
  const presence = createPresence(elapsed);
  const viewers = createViewers(options.now);
  const counts = createSoftCounts({
    ...{ db, node, sessionId, log, held, presence, peopleEveryMs },
    isWatched: () => viewers.count > 0,
    onChange: () => publish(),
  });
  const show = createShowing(held, viewers);
  let closed = false;

  /** A stage that came by a link which was exchanged since. */
  const isOldStage = ({ stageKey }: Viewer): boolean =>
    stageKey !== null && stageKey !== held.replica.entryKeys.stageKey;

  /** Sends what changed since the last time; what can't be shown now is when the work is done. */
  const publish = (): void => {
    // A replica that could not be reloaded knows nothing; what was shown stays until it does.
    if (work.isChanging || held.replica.seq === 0) return;
    try {
      show({ people: counts.people(), notSettled: counts.notSettled });
    } catch (error) {
      log.error({ err: error }, "a view could not be made");
    }
  };

  const work = createWork(held, options, () => {
    viewers.dismiss(isOldStage);
    publish();
  });
  publish();

  return {
    async submit(submission) {
      if (closed) return BUSY;
      const refusal = tooSoonForSeries(sessionId, held.replica.state, submission);
      return refusal ?? work.submit(submission);
    },
    attach(viewer, seen) {
      // Its link was exchanged, or the session erased, while it came in.
      if (closed || isOldStage(viewer)) viewer.dismiss();
      else viewers.attach(viewer, seen);
    },
    detach: (viewer) => viewers.detach(viewer),
    resync: (viewer) => viewers.resync(viewer),
    arrive: (device) =>
      // Before the beginning whoever comes is seen by the facilitator, who begins with them.
      presence.arrive(device, held.replica.state.status === "lobby" ? DEVICES_MAX : counts.known),
    leave: (device) => presence.leave(device),
    takesFrom: (device) => presence.takesFrom(device),
    setPresence(device, { activity, phase, done, left = false }) {
      presence.hear(device, { phase: `${activity}/${phase}`, done, left });
    },
    hint: (rev) => work.catchUpTo(rev),
    get viewers() {
      return viewers.count;
    },
    get hasConsole() {
      return viewers.has("facilitator");
    },
    get consoleGoneSince() {
      return viewers.goneSince("facilitator");
    },
    admissionKey: loaded.admissionKey,
    get isLocked() {
      return held.replica.state.locked;
    },
    get emptySince() {
      return viewers.emptySince;
    },
    expel: () => viewers.dismiss(() => true),
    async close() {
      closed = true;
      const stopped = counts.close();
      await work.finished();
      await stopped;
    },
  };
}

/** What changes a room's copy: batches of commands, and what other nodes have written. One at a time. */
interface Work {
  submit(submission: Submission): Promise<Acknowledgement>;
  /** Reads what another node wrote, up to this revision at least. */
  catchUpTo(rev: number): void;
  /**
   * While a batch is decided the copy holds what is not committed and may never be, and while it catches
   * up only a part of what is: nothing is shown then (P66).
   */
  readonly isChanging: boolean;
  finished(): Promise<void>;
}

/** `onChanged`: called after each batch, and each time the copy has caught up. */
function createWork(held: HeldReplica, options: RoomOptions, onChanged: () => void): Work {
  const { db, log, sessionId, onEnded, onUnreadable } = options;
  let running: Promise<void> | null = null;
  let isChanging = false;

  const queue = createCommandQueue(async (batch) => {
    const wasOver = held.replica.state.status === "finished";
    isChanging = true;
    const answers = await answersOf({ db, sessionId, log, held, onUnreadable }, batch);
    isChanging = false;
    for (const [each, answer] of answers) each.answer(answer);
    if (!wasOver && held.replica.state.status === "finished") onEnded();
    onChanged();
  });

  const start = (work: () => Promise<void>): void => {
    running ??= work().finally(() => {
      isChanging = false;
      running = null;
      if (!queue.isEmpty) start(() => queue.drain());
    });
  };

  const readOthers = async (rev: number): Promise<void> => {
    const behind = held.replica;
    isChanging = true;
    try {
      const [, entryKeys] = await Promise.all([
        catchUp(db, sessionId, behind),
        loadDoor(db, sessionId),
      ]);
      behind.rev = Math.max(behind.rev, rev);
      if (entryKeys) behind.entryKeys = entryKeys;
      isChanging = false;
      onChanged();
    } catch (error) {
      if (error instanceof UnreadableSession) onUnreadable();
      else log.warn({ err: error }, "a room could not catch up");
    }
  };

  return {
    submit(submission) {
      const answer = queue.push(submission);
      start(() => queue.drain());
      return answer;
    },
    catchUpTo(rev) {
      if (rev > held.replica.rev) start(() => readOthers(rev));
    },
    get isChanging() {
      return isChanging;
    },
    finished: async () => {
      await running;
    },
  };
}

/** Makes the views out of the copy and what was counted, and sends what changed in them. */
function createShowing(
  held: HeldReplica,
  viewers: Viewers,
): (counted: Pick<ViewContext, "people" | "notSettled">) => void {
  const gathered = createGatheredReview();
  let last: Basis | null = null;
  return (counted) => {
    const { replica } = held;
    if (last && isSame(last, basisOf(replica, counted))) return;
    last = null;
    const { review: stored, entryKeys, lateReady, seats, state } = replica;
    const sealed = asCounted(replica.sealed, replica.talkCounted);
    // What was acknowledged is a new signal when it comes again.
    replica.talkCounted = countTalk(sealed);
    const review = gathered.show(phaseOf(replica), stored);
    replica.inSight = marksInSight(review);
    // Before what all see: no screen of an activity holds a seat of the one before.
    viewers.showNarrow(seats && { key: seats.key, views: narrowViews(state, seats.contents) });
    const context = { ...counted, review, lateReady, sealed, entryKeys };
    for (const audience of audiences) {
      viewers.show(audience, flatten(view(state, audience, context)));
    }
    last = basisOf(replica, counted);
  };
}

/** Everything that the views are made of. */
type Basis = readonly unknown[];

/**
 * What is the same as the last time makes the same views, so they need not be made: a commit that changed sealed rows
 * alone shows nobody anything. Null where that can't be told: cards under review and seats are read with each commit, and
 * what changes in place looks the same afterwards. Of the copy everything counts that isn't named here, so that
 * what is added to it is shown.
 */
function basisOf(
  replica: Replica,
  counted: Pick<ViewContext, "people" | "notSettled">,
): Basis | null {
  // `seq` says what has changed in the state. The revision rises with each commit, and what is in sight is made with the views.
  const { state: _, rev: __, inSight: ___, review, seats, entryKeys, ...others } = replica;
  if (seats || review.cards.length > 0 || review.withdrawn.size > 0) return null;
  const parts = Object.values<unknown>(others);
  if (parts.some((part) => part instanceof Map && part.size > 0)) return null;
  // Ways in are put together anew by each commit.
  return [replica, ...parts, ...Object.values(counted), entryKeys.code, entryKeys.stageKey];
}

const isSame = (before: Basis, now: Basis | null): boolean =>
  now?.every((part, at) => part === before[at]) ?? false;

const audiences = ["participant", "stage", "facilitator"] as const;
