import type { OpenAnswer, OpenFrame, UpdateAnswer, UpdateFrame } from "@/lib/documents/wire";
import type { Acknowledgement, PresenceFrame, SeenVersions } from "@/lib/protocol";
import { asCounted, countTalk } from "@/lib/session/author-contact";
import { createGatheredReview, marksInSight } from "@/lib/session/gathered-review";
import { createRecordTexts, flatten } from "@/lib/session/patches";
import { openRuns } from "@/lib/session/state";
import { narrowViews, type ViewContext, view } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import type { BatchDocuments } from "@/server/documents/batch-documents";
import { documentsReadIn, usesOf } from "@/server/documents/documents";
import type { DocumentReader } from "@/server/documents/reader";
import { createShownDocuments } from "@/server/documents/shown-documents";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { answersOf } from "@/server/rooms/answers";
import { randomId } from "@/server/rooms/chance";
import { BUSY, createCommandQueue, type Waiting } from "@/server/rooms/command-queue";
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
import { createStepClock } from "@/server/rooms/step-clock";
import type { CommandSubmission, Submission } from "@/server/rooms/submission";
import { UnreadableSession } from "@/server/rooms/unreadable";
import { createViewTimes } from "@/server/rooms/view-times";
import { createViewers, type Viewer, type Viewers } from "@/server/rooms/viewers";

/** The live room of one session on this node: a queue and a cache (architecture.md, idea 3). */
export interface Room {
  submit(submission: CommandSubmission): Promise<Acknowledgement>;
  /** Opens a document for a reader, who is sent from then on what is written into it. */
  openDocument(reader: DocumentReader, frame: OpenFrame): Promise<OpenAnswer>;
  /** Answers once the update is on disk. `client`: the id under which the reader was let write. */
  updateDocument(reader: DocumentReader, client: number, frame: UpdateFrame): Promise<UpdateAnswer>;
  /** The reader hears no more of this document; of none at all where it is left out. */
  closeDocument(reader: DocumentReader, document?: string): void;
  /** Sends a full view, or nothing if the viewer has seen this version, then patches; of each channel. */
  attach(viewer: Viewer, seen: SeenVersions): void;
  detach(viewer: Viewer): void;
  /** Sends the full view again to a viewer that missed a patch. */
  resync(viewer: Viewer): void;
  arrive(device: string): void;
  leave(device: string): void;
  /** False where what leaving brings about could not be written: whoever has left is to say it again. */
  setPresence(device: string, frame: PresenceFrame): Promise<boolean>;
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
    onChange: () => views.now(),
  });
  const show = createShowing(held, viewers);
  const shownDocuments = createShownDocuments();
  let closed = false;

  /** A stage that came by a link which was exchanged since. */
  const isOldStage = ({ stageKey }: Viewer): boolean =>
    stageKey !== null && stageKey !== held.replica.entryKeys.stageKey;

  /** Sends what changed since the last time; what can't be shown now is when the work is done. */
  const views = createViewTimes({
    // A replica that could not be reloaded knows nothing; what was shown stays until it does.
    canShow: () => !work.isChanging && held.replica.seq > 0,
    show() {
      try {
        show({ people: counts.people(), notSettled: counts.notSettled });
      } catch (error) {
        log.error({ err: error }, "a view could not be made");
      }
    },
  });

  const work = createWork(held, options, ({ movedOnly }) => {
    viewers.dismiss(isOldStage);
    // Before the views, which may say that there are none any more. As with them, a copy that knows nothing says nothing (P283).
    if (held.replica.seq > 0) shownDocuments.publish(held.replica);
    // They tell what documents say, too, and needn't tell each move.
    if (movedOnly) views.soon();
    else views.now();
    clock.set(held.replica.state);
  });
  const clock = createStepClock({ now: options.now, submit: (step) => work.submit(step) });
  views.now();
  clock.set(held.replica.state);

  /** What activities do about somebody who leaves: their seat is free for others. False where that could not be written. */
  const giveUpSeats = async (device: string): Promise<boolean> => {
    const answers = openRuns(held.replica.state).flatMap(({ template, instance }) => {
      const command = instance.whenLeaving;
      if (command === null) return [];
      const frame = { type: "activity", activity: template.key, command } as const;
      return work.submit({
        sender: { kind: "participant", device },
        frame: { id: randomId(), command: frame },
      });
    });
    return (await Promise.all(answers)).every((answer) => answer.ok || answer.code !== "busy");
  };

  return {
    async submit(submission) {
      if (closed) return BUSY;
      const refusal = tooSoonForSeries(sessionId, held.replica.state, submission);
      return refusal ?? work.submit(submission);
    },
    async openDocument(reader, frame) {
      let outcome: Awaited<ReturnType<BatchDocuments["open"]>> | null = null;
      const done = await work.submit({
        mayBegin: true,
        async document(documents) {
          outcome = await documents.open(reader, frame);
        },
      });
      // Read here, before another batch begins: it is what the batch has left on disk.
      return shownDocuments.opened(reader, done.ok ? outcome : null, frame, held.replica);
    },
    async updateDocument(reader, client, frame) {
      let answer: UpdateAnswer | null = null;
      const done = await work.submit({
        mayBegin: false,
        async document(documents) {
          answer = await documents.update(reader, client, frame);
        },
      });
      return (done.ok ? answer : null) ?? { ok: false, code: "busy", n: frame.n };
    },
    closeDocument: (reader, document) => shownDocuments.detach(reader, document),
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
    async setPresence(device, { activity, phase, done, left = false }) {
      presence.hear(device, { phase: `${activity}/${phase}`, done, left });
      if (!left) return true;
      return !closed && (await giveUpSeats(device));
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
      clock.stop();
      views.stop();
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

/**
 * `onChanged`: called after each batch, and each time the copy has caught up. `movedOnly`: nothing has happened but in
 * documents.
 */
function createWork(
  held: HeldReplica,
  options: RoomOptions,
  onChanged: (what: { movedOnly: boolean }) => void,
): Work {
  const { db, log, sessionId, onEnded, onUnreadable } = options;
  let running: Promise<void> | null = null;
  let isChanging = false;

  const decide = async (batch: readonly Waiting[]): Promise<void> => {
    const wasOver = held.replica.state.status === "finished";
    isChanging = true;
    const answers = await answersOf({ db, sessionId, log, held, onUnreadable }, batch);
    isChanging = false;
    for (const [each, answer] of answers) each.answer(answer);
    if (!wasOver && held.replica.state.status === "finished") onEnded();
    onChanged({ movedOnly: held.replica.movedOnly });
  };
  const queue = createCommandQueue(decide, () => usesOf(held.replica).size > 0);

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
      onChanged({ movedOnly: false });
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
  const texts = createRecordTexts();
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
    const documentsOf = (activity: string) => documentsReadIn(replica.documents, activity);
    const context = { ...counted, review, lateReady, sealed, entryKeys, documentsOf };
    for (const audience of audiences) {
      viewers.show(audience, flatten(view(state, audience, context), texts));
    }
    last = basisOf(replica, counted);
  };
}

/** Everything that the views are made of. */
type Basis = readonly unknown[];

/**
 * What is the same as the last time makes the same views, so they need not be made: a commit that changed sealed rows
 * alone shows nobody anything, but where they were under review or somebody's seat (`keptAfter`). Null where that can't be
 * told: what changes in place looks the same afterwards. Of the copy everything counts that isn't named here, so that what
 * is added to it is shown.
 */
function basisOf(
  replica: Replica,
  counted: Pick<ViewContext, "people" | "notSettled">,
): Basis | null {
  // `seq` says what has changed in the state. The revision rises with each commit, and what is in sight is made with the views.
  // Nobody is shown what tags are made with.
  const { state: _, rev: __, inSight: ___, keys: ____, entryKeys, ...others } = replica;
  const parts = Object.values<unknown>(others);
  if (parts.some((part) => part instanceof Map && part.size > 0)) return null;
  // Ways in are put together anew by each commit.
  return [replica, ...parts, ...Object.values(counted), entryKeys.code, entryKeys.stageKey];
}

const isSame = (before: Basis, now: Basis | null): boolean =>
  now?.every((part, at) => part === before[at]) ?? false;

const audiences = ["participant", "stage", "facilitator"] as const;
