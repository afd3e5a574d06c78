import { and, eq, type SQL } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import { randomId as idSchema } from "@/lib/ids";
import type { PlanHeading } from "@/lib/session/plan";
import { readHeading } from "@/lib/session/stored";
import { workshops } from "@/lib/workshops/registry";
import type { Db } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";

export type SessionRow = typeof sessions.$inferSelect;

/** What stands in an address may be anything, also what Postgres refuses to compare with. */
export const isId = (text: string): boolean => idSchema.safeParse(text).success;

/** The one session with this id, if it belongs to this account. */
export const isOwn = (userId: string, id: string): SQL | undefined =>
  and(eq(sessions.id, id), eq(sessions.ownerId, userId));

/** A facilitator's own session; null for any other. */
export async function ownSession(db: Db, userId: string, id: string): Promise<SessionRow | null> {
  if (!isId(id)) return null;
  const [row] = await db.select().from(sessions).where(isOwn(userId, id));
  return row ?? null;
}

/**
 * Whether this is a session of theirs that has ended and was no rehearsal, of which something can be handed on; it stays
 * as it is until the transaction ends.
 */
export async function lockEnded(
  tx: Pick<Db, "select">,
  userId: string,
  id: string,
): Promise<boolean> {
  if (!isId(id)) return false;
  const isReady = and(eq(sessions.status, "finished"), eq(sessions.isRehearsal, false));
  const [own] = await tx
    .select({ id: sessions.id })
    .from(sessions)
    .where(and(isOwn(userId, id), isReady))
    .for("update");
  return own !== undefined;
}

/** Changes a facilitator's own session, where it fits the conditions; false where there is none. */
export async function changeOwn(
  db: Pick<Db, "update">,
  userId: string,
  id: string,
  change: PgUpdateSetSource<typeof sessions>,
  ...conditions: SQL[]
): Promise<boolean> {
  if (!isId(id)) return false;
  const rows = await db
    .update(sessions)
    .set(change)
    .where(and(isOwn(userId, id), ...conditions))
    .returning({ id: sessions.id });
  return rows.length > 0;
}

/** The ready-made plan for the meeting after this one's; null where there is none. */
function nextInSeries({ templateId, series: planned }: PlanHeading): string | null {
  // What was opened from a plan of one's own is of no ready-made one; older plans say only of which one they are.
  const held =
    planned?.id === undefined
      ? workshops.find(({ id }) => id === templateId)?.series
      : { id: planned.id, part: planned.part };
  if (!held) return null;
  const later = workshops.filter(({ series }) => series?.id === held.id && series.part > held.part);
  return later.sort((a, b) => (a.series?.part ?? 0) - (b.series?.part ?? 0))[0]?.id ?? null;
}

/** What a list shows of a session's plan. */
export function headingOf({ plan, seriesId }: Pick<SessionRow, "plan" | "seriesId">) {
  const heading = readHeading(plan);
  return {
    title: heading?.title ?? null,
    language: heading?.language ?? null,
    minutes: heading?.minutes ?? null,
    /** Null as well once its series has ended: what follows would begin another one. */
    next: seriesId === null || heading === null ? null : nextInSeries(heading),
    templateId: heading?.templateId ?? null,
  };
}
