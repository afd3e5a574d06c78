import { and, inArray, isNull } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import type { DatabaseClock } from "@/server/db/clock";
import { sessions } from "@/server/db/schema/sessions";
import { elapsed } from "@/server/elapsed";
import type { Log } from "@/server/log";
import { randomId } from "@/server/rooms/chance";
import { openRoom, type Room } from "@/server/rooms/room";
import { UnreadableSession } from "@/server/rooms/unreadable";

/** A change made on another node is seen after a second at most, also where its hint was lost. */
const COMPARE_EVERY_MS = 1_000;
/** Rooms leave memory this long after the last socket. */
const EMPTY_ROOM_KEPT_MS = 10 * 60_000;

/** All live rooms of this node. */
export interface Rooms {
  /**
   * The session's room, loaded when needed; null where there is no such session. Rejects with
   * `UnreadableSession`, which the log then names once.
   */
  get(sessionId: string): Promise<Room | null>;
  /** Puts out whoever is in a session that was erased; other nodes notice within a second. */
  expel(sessionId: string): Promise<void>;
  /** Called with the revision that another node says a session has. Of rooms that aren't live here nothing comes. */
  hint(sessionId: string, rev: number): void;
  /** Waits until everything in flight is on disk. */
  close(): Promise<void>;
}

export function createRooms({
  db,
  clock,
  log,
  onEnded,
  peopleEveryMs,
}: {
  db: Db;
  clock: DatabaseClock;
  log: Log;
  /** Called after each end of a session on this node. */
  onEnded(): void;
  peopleEveryMs?: number;
}): Rooms {
  const node = randomId();
  const rooms = new Map<string, Promise<Room | null>>();
  const unreadable = new Set<string>();
  let comparing = false;

  const compare = async (): Promise<void> => {
    const live = new Map<string, Room>();
    for (const [id, opening] of rooms) {
      const room = await opening.catch(() => null);
      if (!room) continue;
      if (room.emptySince !== null && elapsed() - room.emptySince > EMPTY_ROOM_KEPT_MS) {
        rooms.delete(id);
        await room.close();
      } else live.set(id, room);
    }
    if (live.size === 0) return;
    const rows = await db
      .select({ id: sessions.id, rev: sessions.rev })
      .from(sessions)
      .where(and(inArray(sessions.id, [...live.keys()]), isNull(sessions.rawErasedAt)));
    for (const { id, rev } of rows) live.get(id)?.hint(rev);
    const there = new Set(rows.map(({ id }) => id));
    for (const id of live.keys()) if (!there.has(id)) await expel(id);
  };

  const expel = async (sessionId: string): Promise<void> => {
    const opening = rooms.get(sessionId);
    rooms.delete(sessionId);
    const room = await opening?.catch(() => null);
    room?.expel();
    await room?.close();
  };

  const timer = setInterval(() => {
    if (comparing) return;
    comparing = true;
    compare()
      .catch((error: unknown) => log.warn({ err: error }, "rooms could not be compared"))
      .finally(() => {
        comparing = false;
      });
  }, COMPARE_EVERY_MS);

  return {
    get(sessionId) {
      const known = rooms.get(sessionId);
      if (known) return known;
      const opening = openRoom({
        db,
        now: () => clock.now(),
        log,
        node,
        sessionId,
        onEnded,
        // Whoever comes back is refused by the load that fails then, and that is logged once.
        onUnreadable: () => void (rooms.get(sessionId) === opening && expel(sessionId)),
        peopleEveryMs,
      });
      rooms.set(sessionId, opening);
      // Unknown sessions and failed loads are not kept; another one may be opening by then.
      const forget = () => rooms.get(sessionId) === opening && rooms.delete(sessionId);
      opening.then(
        (room) => room ?? forget(),
        (error: unknown) => {
          forget();
          if (!(error instanceof UnreadableSession) || unreadable.has(sessionId)) return;
          // Every phone of the room asks, and all of them have the same answer.
          unreadable.add(sessionId);
          log.error(
            { session: sessionId, err: error },
            "a session can't be read by this version (docs/operating.md)",
          );
        },
      );
      return opening;
    },
    expel,
    hint(sessionId, rev) {
      rooms.get(sessionId)?.then(
        (room) => room?.hint(rev),
        () => undefined,
      );
    },
    async close() {
      clearInterval(timer);
      for (const opening of rooms.values()) await (await opening.catch(() => null))?.close();
      rooms.clear();
    },
  };
}
