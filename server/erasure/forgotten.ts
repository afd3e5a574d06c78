import { and, eq, gt, lt, ne, notExists, or, sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { nodePeople, sessions } from "@/server/db/schema/sessions";
import { NODE_COUNTS_LIVE_SECONDS } from "@/server/rooms/node-people";

/** A running session in which no facilitator did anything for this long was forgotten (architecture.md). */
export const FORGOTTEN_AFTER_HOURS = 12;

const HOUR_MS = 3_600_000;

const clock = sql`clock_timestamp()`;

/** Nobody is in the room. A lobby that people are sitting in ends for nobody, whatever was chosen. */
const nobodyIsThere = (db: Pick<Db, "select">) =>
  notExists(
    db
      .select({ node: nodePeople.node })
      .from(nodePeople)
      .where(
        and(
          eq(nodePeople.sessionId, sessions.id),
          gt(nodePeople.at, sql`${clock} - make_interval(secs => ${NODE_COUNTS_LIVE_SECONDS})`),
          gt(nodePeople.joined, nodePeople.away),
        ),
      ),
  );

/**
 * Sessions that are over and have not been told so yet: running ones that were forgotten, and lobbies
 * whose day has passed (P63, P86).
 */
export const isForgotten = (db: Pick<Db, "select">) =>
  or(
    and(eq(sessions.status, "lobby"), lt(sessions.lobbyUntil, clock), nobodyIsThere(db)),
    and(
      ne(sessions.status, "lobby"),
      ne(sessions.status, "finished"),
      lt(sessions.actedAt, sql`${clock} - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})`),
    ),
  );

/** Whether a session still counts as forgotten; its row is locked by who asks. */
export async function isStillForgotten(tx: Pick<Db, "select">, id: string): Promise<boolean> {
  const rows = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(eq(sessions.id, id), isForgotten(tx)));
  return rows.length > 0;
}

type SessionRow = typeof sessions.$inferSelect;

/** When it ends by itself unless a facilitator does something; null once it has ended. */
export function endsByItselfAt(row: Pick<SessionRow, "status" | "actedAt" | "lobbyUntil">) {
  if (row.status === "finished") return null;
  if (row.status === "lobby") return row.lobbyUntil;
  return new Date(row.actedAt.getTime() + FORGOTTEN_AFTER_HOURS * HOUR_MS);
}
