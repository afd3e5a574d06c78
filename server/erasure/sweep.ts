import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { exclusively } from "@/server/db/exclusive";
import { accountLinks, invitations } from "@/server/db/schema/accounts";
import { nodePeople, series, sessions, summaryLinks } from "@/server/db/schema/sessions";
import type { Erasure } from "@/server/erasure/erasure";
import { isForgotten } from "@/server/erasure/forgotten";
import { deleteRawData, endUnreadable, keepSummary } from "@/server/erasure/session-data";
import type { Log } from "@/server/log";
import { REHEARSAL_MINUTES_MAX } from "@/server/rehearsals/limits";
import { randomId } from "@/server/rooms/chance";
import type { Rooms } from "@/server/rooms/rooms";
import { UnreadableSession } from "@/server/rooms/unreadable";
import { countFollowUps } from "@/server/sessions/follow-ups";

/** Any fixed number: it only has to be the same on all nodes. */
const SWEEP_LOCK = 4_715_201_125;

const SWEEP_EVERY_MS = 60 * 60_000;

/** Counts of a node that crashed; a living one writes every few seconds. */
const DEAD_NODE_HOURS = 1;

interface SweepOptions {
  url: string;
  db: Db;
  rooms: Rooms;
  erasure: Erasure;
  /** The most days for which this installation keeps raw data. */
  keepDays: number;
  log: Log;
}

export interface Sweep {
  /** Sweeps now, unless another node does. */
  sweep(): Promise<void>;
  /** Waits for a sweep under way; there will be no other. */
  close(): Promise<void>;
}

/**
 * Ends sessions that were forgotten, keeps summaries, deletes raw data that are due and links that have
 * run out, counts follow-ups that are over: at the start, since a laptop may not run for a whole hour, and every hour. Then asks for an erasure pass.
 */
export function startSweep(options: SweepOptions): Sweep {
  const { url, erasure, log } = options;
  const steps = stepsOf(options);

  const sweep = async (): Promise<void> => {
    await exclusively(url, SWEEP_LOCK, async () => {
      for (const step of steps) await step();
    });
    erasure.request();
  };

  let sweeping: Promise<void> = Promise.resolve();
  const start = (): void => {
    sweeping = sweep().catch((error: unknown) => {
      log.warn({ err: error }, "a sweep failed; the next one is in an hour");
    });
  };
  const timer = setInterval(start, SWEEP_EVERY_MS);
  start();

  return {
    sweep,
    async close() {
      clearInterval(timer);
      await sweeping;
    },
  };
}

/** What a sweep does, one after the other. */
function stepsOf({ db, rooms, keepDays, log }: SweepOptions): (() => Promise<void>)[] {
  /** One session that can't be swept must not keep the others from it. */
  const each = async <Row>(rows: readonly Row[], work: (row: Row) => Promise<unknown>) => {
    for (const row of rows) {
      await work(row).catch((error: unknown) => log.error({ err: error }, "a sweep failed"));
    }
  };

  const endForgotten = async (): Promise<void> => {
    const forgotten = await db.select({ id: sessions.id }).from(sessions).where(isForgotten(db));
    await each(forgotten, async ({ id }) => {
      try {
        const room = await rooms.get(id);
        const frame = { id: randomId(), command: { type: "end" as const } };
        // Decided in its turn: by then somebody may have come back.
        await room?.submit({ sender: { kind: "sweep" }, frame });
      } catch (error) {
        if (!(error instanceof UnreadableSession)) throw error;
        await endUnreadable(db, id);
      }
    });
  };

  /** Soon after each end, while the release that ran the session is likely to be there. */
  const keepSummaries = async (): Promise<void> => {
    const without = await db
      .select({ id: sessions.id })
      .from(sessions)
      .where(
        and(
          eq(sessions.status, "finished"),
          eq(sessions.isRehearsal, false),
          isNull(sessions.rawErasedAt),
          isNull(sessions.summary),
        ),
      );
    await each(without, ({ id }) => keepSummary(db, id));
  };

  const deleteDue = async (): Promise<void> => {
    const kept = sql`least(${sessions.keepDays}, ${keepDays}::int)`;
    const due = await db
      .select({ id: sessions.id, waits: sessions.erasureWaits })
      .from(sessions)
      .where(
        and(
          eq(sessions.status, "finished"),
          isNull(sessions.rawErasedAt),
          lt(sessions.endedAt, sql`now() - make_interval(days => ${kept})`),
        ),
      );
    await each(due, async ({ id, waits }) => {
      const deletion = await deleteRawData(db, id, { withoutSummary: false });
      if (deletion === "deleted") await rooms.expel(id);
      if (deletion !== "waits" || waits) return;
      log.warn(
        { session: id },
        "raw data are due and wait, because a session can't be read (docs/operating.md)",
      );
    });
  };

  /** Rehearsals that outlived the node that was to delete them. */
  const deleteRehearsals = async (): Promise<void> => {
    const deadline = sql`now() - make_interval(mins => ${REHEARSAL_MINUTES_MAX})`;
    const gone = await db
      .delete(sessions)
      .where(and(eq(sessions.isRehearsal, true), lt(sessions.openedAt, deadline)))
      .returning({ id: sessions.id });
    await each(gone, ({ id }) => rooms.expel(id));
  };

  /** Links that open nothing any more, with the addresses of people who never came. */
  const deleteRunOut = async (): Promise<void> => {
    for (const table of [invitations, accountLinks, summaryLinks]) {
      await db.delete(table).where(lt(table.expiresAt, sql`now()`));
    }
  };

  const endSeries = async (): Promise<void> => {
    await db.delete(series).where(lt(series.endsAt, sql`now()`));
  };

  const forgetDeadNodes = async (): Promise<void> => {
    const deadline = sql`now() - make_interval(hours => ${DEAD_NODE_HOURS})`;
    await db.delete(nodePeople).where(lt(nodePeople.at, deadline));
  };

  return [
    deleteRehearsals,
    endForgotten,
    keepSummaries,
    deleteDue,
    deleteRunOut,
    () => countFollowUps(db),
    endSeries,
    forgetDeadNodes,
  ];
}
