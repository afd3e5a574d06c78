import { and, count, eq, gt, sql } from "drizzle-orm";
import { REHEARSAL_PEOPLE } from "@/lib/session/rehearsal";
import type { Words } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { nodePeople, sessions } from "@/server/db/schema/sessions";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { type InventedPeople, letPeopleIn } from "@/server/rehearsals/invented-people";
import {
  LEFT_AFTER_MS,
  REHEARSAL_MINUTES_MAX,
  REHEARSALS_PER_ACCOUNT,
  REHEARSALS_PER_NODE,
} from "@/server/rehearsals/limits";
import { NODE_COUNTS_LIVE_SECONDS } from "@/server/rooms/node-people";
import type { Room } from "@/server/rooms/room";
import type { Rooms } from "@/server/rooms/rooms";
import type { Sessions } from "@/server/sessions";
import type { OpenedAs } from "@/server/sessions/opening";
import { isId, isOwn } from "@/server/sessions/own-session";

/** How often is looked whether somebody is still at a rehearsal. */
const LOOK_EVERY_MS = 1_000;

const MINUTE_MS = 60_000;

/** Before the title, so that also what leaves the product says what it is. */
const MARK = { de: "Probe: ", en: "Rehearsal: " } as const;

/** Only tests set these. */
export interface Hurry {
  /** How long a console that has been there may be away. */
  leftAfterMs?: number;
  /** What the time that people take is multiplied by. */
  slowness?: number;
}

interface RehearsalsOptions {
  db: Db;
  rooms: Rooms;
  sessions: Pick<Sessions, "open" | "template">;
  log: Log;
  /** No other node has this database: what is in there from before belongs to nobody. */
  isAlone: boolean;
  hurry?: Hurry | undefined;
  /** Called after one was deleted, with everything. */
  onDeleted(id: string): Promise<void>;
}

/** Sessions with invented people (docs/decisions/0070-rehearsals.md). */
export interface Rehearsals {
  /**
   * Opens a session in which invented people take part, from now on. Null where as many are under way as one
   * account, or this node, may have. Throws as `Sessions.open` does.
   */
  start(input: Omit<OpenedAs, "title" | "rehearsal" | "name">): Promise<{ id: string } | null>;
  /** Deletes an own rehearsal with everything, on whichever node; false where there is none. */
  end(userId: string, id: string): Promise<boolean>;
  /** Deletes those of this node. */
  close(): Promise<void>;
}

interface Running {
  room: Room;
  people: InventedPeople;
  since: number;
}

export async function startRehearsals(options: RehearsalsOptions): Promise<Rehearsals> {
  const { db, rooms, log, hurry = {} } = options;
  const { leftAfterMs = LEFT_AFTER_MS, slowness } = hurry;
  const running = new Map<string, Running>();
  let looking = false;

  /** Its people stop; what they have written is another matter. */
  const stop = (id: string): void => {
    running.get(id)?.people.leave();
    running.delete(id);
  };

  const remove = async (id: string): Promise<void> => {
    stop(id);
    await db.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.isRehearsal, true)));
    await options.onDeleted(id);
  };

  const look = async (): Promise<void> => {
    for (const [id, rehearsal] of running) {
      const now = elapsed();
      const { room, people, since } = rehearsal;
      // Who reads its summary has left the console, and not the rehearsal.
      const isAttended = room.hasConsole || people.isOver;
      const goneSince = room.consoleGoneSince;
      const isDue =
        goneSince === null ? now - since >= LEFT_AFTER_MS : now - goneSince >= leftAfterMs;
      const isLeft = !isAttended && isDue;
      const isOld = now - since >= REHEARSAL_MINUTES_MAX * MINUTE_MS;
      if (isOld || (isLeft && !(await isServedElsewhere(db, id)))) await remove(id);
    }
  };

  const timer = setInterval(() => {
    if (looking || running.size === 0) return;
    looking = true;
    look()
      .catch((error: unknown) => log.warn({ err: error }, "rehearsals could not be looked after"))
      .finally(() => {
        looking = false;
      });
  }, LOOK_EVERY_MS);

  const start: Rehearsals["start"] = async (input) => {
    if (running.size >= REHEARSALS_PER_NODE) return null;
    if ((await countOf(db, input.userId)) >= REHEARSALS_PER_ACCOUNT) return null;
    const title = (await options.sessions.template(input.userId, input.templateId))?.title;
    const { id } = await options.sessions.open({
      ...input,
      ...(title && { title: marked(title) }),
      rehearsal: true,
    });
    const room = await rooms.get(id);
    if (!room) throw new Error("A rehearsal was gone before it began");
    const { language } = input;
    const onGone = () => stop(id);
    const people = letPeopleIn(room, { count: REHEARSAL_PEOPLE, language, slowness, onGone });
    running.set(id, { room, people, since: elapsed() });
    return { id };
  };

  let starting: Promise<unknown> = Promise.resolve();

  // A process that crashed left its own behind.
  if (options.isAlone) await db.delete(sessions).where(eq(sessions.isRehearsal, true));

  return {
    start(input) {
      // One after the other: two that look for a place at once would both find the last one.
      const started = starting.then(() => start(input));
      starting = started.catch(() => undefined);
      return started;
    },

    async end(userId, id) {
      if (!isId(id)) return false;
      const [own] = await db
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(isOwn(userId, id), eq(sessions.isRehearsal, true)));
      if (!own) return false;
      await remove(id);
      return true;
    },

    async close() {
      clearInterval(timer);
      for (const id of [...running.keys()]) await remove(id);
    },
  };
}

const marked = (title: Words): Words =>
  Object.fromEntries(
    Object.entries(title).map(([wording, text]) => [
      wording,
      `${wording === "en" ? MARK.en : MARK.de}${text}`,
    ]),
  );

async function countOf(db: Db, userId: string): Promise<number> {
  const [found] = await db
    .select({ n: count() })
    .from(sessions)
    .where(and(eq(sessions.ownerId, userId), eq(sessions.isRehearsal, true)));
  return found?.n ?? 0;
}

/** Whether somebody is at it on another node, which writes its counts as long as a screen is open there. */
async function isServedElsewhere(db: Db, id: string): Promise<boolean> {
  const rows = await db
    .select({ node: nodePeople.node })
    .from(nodePeople)
    .where(
      and(
        eq(nodePeople.sessionId, id),
        gt(nodePeople.at, sql`now() - make_interval(secs => ${NODE_COUNTS_LIVE_SECONDS})`),
      ),
    );
  // One of them is this one's: its invented people watch.
  return rows.length > 1;
}
