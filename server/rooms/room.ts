import { and, eq, gt, ne, sql } from "drizzle-orm";
import type { Audience } from "@/lib/activities/kit";
import type { Acknowledgement, PresenceFrame, ViewVersion } from "@/lib/protocol";
import { diff, encodeRecords, flatten } from "@/lib/session/patches";
import { sessionPlan } from "@/lib/session/plan";
import { currentRun, initialState, positionOf } from "@/lib/session/state";
import { view } from "@/lib/session/view";
import type { People } from "@/lib/session/view-schema";
import type { Db } from "@/server/db/client";
import { nodePeople, sessions } from "@/server/db/schema/sessions";
import type { Log } from "@/server/log";
import { catchUp, type Replica, runBatch, type Submission } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { createGatheredReview } from "@/server/rooms/gathered-review";
import { createPresence } from "@/server/rooms/people";

/** When busy, views go out and batches commit at most this often: about 20 times a second. */
const TICK_MS = 50;
/** Beyond this many waiting commands the room says "busy"; clients send again. */
const QUEUE_MAX = 2_000;
/** Commands in one transaction: keeps statements far below 65,535 parameters. */
const BATCH_MAX = 500;
/** Progress is shown this often, so that a single phone's "done" cannot be watched (rule 2). */
const PEOPLE_EVERY_MS = 5_000;
/** In the lobby people only arrive; seeing one's own phone appear matters more. */
const PEOPLE_EVERY_IN_LOBBY_MS = 500;
/** Counts of a node that has not written for this long are those of a dead node. */
const NODE_COUNTS_LIVE_SECONDS = 30;

/** Somebody who sees a room. `send` gets frames as JSON text, in order. */
export interface Viewer {
  audience: Audience;
  send(frame: string): void;
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
  /** Called with the revision that another node may have written. */
  hint(rev: number): void;
  readonly viewers: number;
  readonly emptySince: number | null;
  /** Waits for what is in flight and stops the timers. */
  close(): Promise<void>;
}

interface Waiting {
  submission: Submission;
  answer(acknowledgement: Acknowledgement): void;
}

interface Shown {
  records: ReadonlyMap<string, string>;
  counter: number;
  /** The full frame's records, encoded once per version. */
  encoded: string;
}

const audiences = ["participant", "stage", "facilitator"] as const;

/** Loads a session into a room; null where there is none. */
export async function openRoom(options: {
  db: Db;
  log: Log;
  node: string;
  sessionId: string;
}): Promise<Room | null> {
  const { db, log, node, sessionId } = options;
  const loaded = await load(db, sessionId);
  if (!loaded) return null;
  let replica = loaded;

  const incarnation = randomId();
  const presence = createPresence(Date.now);
  const viewers = new Set<Viewer>();
  const shown = new Map<Audience, Shown>();
  const gathered = createGatheredReview();
  const queue: Waiting[] = [];
  let people: People = { joined: 0, away: 0, done: 0 };
  let running: Promise<void> | null = null;
  let deciding = false;
  let lastTick = 0;
  let emptySince: number | null = Date.now();
  let closed = false;

  // --- commands -------------------------------------------------------------------------------

  /** A session command changes which rows later ones need, so it runs in a batch of its own. */
  const takeBatch = (): Waiting[] => {
    const first = queue[0];
    if (!first) return [];
    if (first.submission.frame.command.type !== "activity") return queue.splice(0, 1);
    const end = queue.findIndex((each) => each.submission.frame.command.type !== "activity");
    return queue.splice(0, Math.min(end < 0 ? queue.length : end, BATCH_MAX));
  };

  const work = async (): Promise<void> => {
    for (let batch = takeBatch(); batch.length > 0; batch = takeBatch()) {
      const busyFor = Date.now() - lastTick;
      if (busyFor < TICK_MS) await new Promise((done) => setTimeout(done, TICK_MS - busyFor));
      lastTick = Date.now();
      let answers: Acknowledgement[] | undefined;
      deciding = true;
      try {
        answers = await runBatch(
          db,
          sessionId,
          replica,
          batch.map((each) => each.submission),
        );
      } catch (error) {
        log.warn({ err: error }, "a batch failed; its senders try again");
        // The replica may be ahead of the database now.
        replica = (await reload()) ?? replica;
      }
      deciding = false;
      for (const [index, each] of batch.entries()) {
        each.answer(answers?.[index] ?? { ok: false, code: "busy" });
      }
      publish();
    }
  };

  const reload = async (): Promise<Replica | null> => {
    try {
      return await load(db, sessionId);
    } catch {
      // Still away: an empty replica catches up inside the next transaction.
      return { state: initialState(replica.state.plan), seq: 0, rev: 0, review: [] };
    }
  };

  const startWork = (): void => {
    running ??= work().finally(() => {
      running = null;
      if (queue.length > 0) startWork();
    });
  };

  // --- views ----------------------------------------------------------------------------------

  const phaseNow = (): string => {
    const { activity, phase } = positionOf(replica.state);
    return `${activity}/${phase}`;
  };

  /**
   * Sends what changed since the last time. While a batch is decided the replica holds what is not
   * committed and may never be, so nothing is shown; the batch's end publishes by itself.
   */
  const publish = (): void => {
    // A replica that could not be reloaded knows nothing; what was shown stays until it does.
    if (deciding || replica.seq === 0) return;
    try {
      sendChanges();
    } catch (error) {
      log.error({ err: error }, "a view could not be made");
    }
  };

  const sendChanges = (): void => {
    const { review: stored, state } = replica;
    const instance = currentRun(state)?.instance;
    const { phase } = positionOf(state);
    const batch = phase === null ? null : instance?.reviewedBatch(phase);
    const review = gathered.show(`${phaseNow()}/${batch}`, stored, () =>
      phase === null ? [] : (instance?.view(phase, "facilitator", []).cards ?? []),
    );
    for (const audience of audiences) {
      const records = flatten(view(replica.state, audience, { people, review }));
      const before = shown.get(audience);
      const change = before ? diff(before.records, records) : null;
      if (before && !change) continue;
      const counter = (before?.counter ?? 0) + 1;
      shown.set(audience, { records, counter, encoded: encodeRecords(records) });
      if (!change) continue;
      const frame = JSON.stringify({
        kind: "patch",
        version: [incarnation, counter],
        now: Date.now(),
        gone: change.gone,
      });
      const patch = `${frame.slice(0, -1)},"set":${encodeRecords(change.set)}}`;
      for (const viewer of viewers) if (viewer.audience === audience) viewer.send(patch);
    }
  };

  const fullFrame = (audience: Audience): string => {
    const { counter, encoded } = shown.get(audience) ?? { counter: 0, encoded: "{}" };
    const frame = JSON.stringify({
      kind: "full",
      version: [incarnation, counter],
      now: Date.now(),
    });
    return `${frame.slice(0, -1)},"records":${encoded}}`;
  };

  // --- people ---------------------------------------------------------------------------------

  let lastPeopleAt = 0;
  const countPeople = async (): Promise<void> => {
    const every = replica.state.status === "lobby" ? PEOPLE_EVERY_IN_LOBBY_MS : PEOPLE_EVERY_MS;
    if (Date.now() - lastPeopleAt < every) return;
    lastPeopleAt = Date.now();
    const own = presence.count(phaseNow(), Date.now());
    await db
      .insert(nodePeople)
      .values({ node, sessionId, ...own })
      .onConflictDoUpdate({
        target: [nodePeople.node, nodePeople.sessionId],
        set: { ...own, at: sql`now()` },
      });
    const [others] = await db
      .select({
        joined: sql<number>`coalesce(sum(${nodePeople.joined}), 0)::int`,
        away: sql<number>`coalesce(sum(${nodePeople.away}), 0)::int`,
        done: sql<number>`coalesce(sum(${nodePeople.done}), 0)::int`,
      })
      .from(nodePeople)
      .where(
        and(
          eq(nodePeople.sessionId, sessionId),
          ne(nodePeople.node, node),
          gt(nodePeople.at, sql`now() - make_interval(secs => ${NODE_COUNTS_LIVE_SECONDS})`),
        ),
      );
    const total: People = {
      joined: own.joined + (others?.joined ?? 0),
      away: own.away + (others?.away ?? 0),
      done: own.done + (others?.done ?? 0),
    };
    if (JSON.stringify(total) === JSON.stringify(people)) return;
    await db
      .update(sessions)
      .set({ joined: sql`greatest(${sessions.joined}, ${total.joined})` })
      .where(eq(sessions.id, sessionId));
    people = total;
    publish();
  };
  let counting = false;
  const peopleTimer = setInterval(() => {
    if (counting || viewers.size === 0) return;
    counting = true;
    countPeople()
      .catch((error: unknown) => log.warn({ err: error }, "people could not be counted"))
      .finally(() => {
        counting = false;
      });
  }, PEOPLE_EVERY_IN_LOBBY_MS);

  publish();

  return {
    submit(submission) {
      if (closed || queue.length >= QUEUE_MAX) {
        return Promise.resolve({ ok: false, code: "busy" });
      }
      return new Promise((answer) => {
        queue.push({ submission, answer });
        startWork();
      });
    },
    attach(viewer, seen) {
      viewers.add(viewer);
      emptySince = null;
      const version = shown.get(viewer.audience)?.counter;
      if (seen?.[0] !== incarnation || seen[1] !== version) {
        viewer.send(fullFrame(viewer.audience));
      }
    },
    detach(viewer) {
      viewers.delete(viewer);
      if (viewers.size === 0) emptySince = Date.now();
    },
    resync: (viewer) => viewer.send(fullFrame(viewer.audience)),
    arrive: (device) => presence.arrive(device),
    leave: (device) => presence.leave(device),
    setPresence(device, { activity, phase, done }) {
      presence.setDone(device, `${activity}/${phase}`, done);
    },
    hint(rev) {
      if (rev <= replica.rev || running) return;
      const behind = replica;
      running = catchUp(db, sessionId, behind)
        .then(() => {
          behind.rev = Math.max(behind.rev, rev);
          publish();
        })
        .catch((error: unknown) => {
          log.warn({ err: error }, "a room could not catch up");
        })
        .finally(() => {
          running = null;
          if (queue.length > 0) startWork();
        });
    },
    get viewers() {
      return viewers.size;
    },
    get emptySince() {
      return emptySince;
    },
    async close() {
      closed = true;
      clearInterval(peopleTimer);
      await running;
      await db
        .delete(nodePeople)
        .where(and(eq(nodePeople.node, node), eq(nodePeople.sessionId, sessionId)))
        .catch(() => undefined);
    },
  };
}

async function load(db: Db, sessionId: string): Promise<Replica | null> {
  const [row] = await db
    .select({ plan: sessions.plan, rev: sessions.rev })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  if (!row) return null;
  const replica: Replica = {
    state: initialState(sessionPlan.parse(row.plan)),
    seq: 0,
    rev: row.rev,
    review: [],
  };
  await catchUp(db, sessionId, replica);
  return replica;
}
