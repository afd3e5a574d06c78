import { and, eq, isNull } from "drizzle-orm";
import { sessionPlan } from "@/lib/session/plan";
import type { Door } from "@/lib/session/view";
import type { Db } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { catchUp, emptyReplica, type Replica } from "@/server/rooms/batch";
import { UnreadableSession } from "@/server/rooms/unreadable";

/**
 * A session as a room begins with it; null where there is none, or its log was erased. Throws
 * `UnreadableSession`.
 */
export async function loadReplica(db: Db, sessionId: string): Promise<Replica | null> {
  const [row] = await db
    .select({
      plan: sessions.plan,
      rev: sessions.rev,
      code: sessions.code,
      stageKey: sessions.stageKey,
    })
    .from(sessions)
    // Without its log a session can't be told any more.
    .where(and(eq(sessions.id, sessionId), isNull(sessions.rawErasedAt)));
  if (!row) return null;
  const { code, stageKey, rev } = row;
  const replica: Replica = { ...startedFrom(row.plan, { code, stageKey }), rev };
  await catchUp(db, sessionId, replica);
  return replica;
}

/** The ways in as they are now. */
export async function loadDoor(db: Db, sessionId: string): Promise<Door | undefined> {
  const [door] = await db
    .select({ code: sessions.code, stageKey: sessions.stageKey })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return door;
}

/** A plan's kinds read their settings, so that a setting of another version shows here. */
function startedFrom(plan: unknown, door: Door): Replica {
  try {
    return emptyReplica(sessionPlan.parse(plan), door);
  } catch (cause) {
    throw new UnreadableSession("Its plan does not read", { cause });
  }
}
