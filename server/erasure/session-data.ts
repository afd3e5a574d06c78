import { and, eq, isNull, lt, ne, sql } from "drizzle-orm";
import { storedFact } from "@/lib/session/stored";
import { type KeptSummary, withoutSections } from "@/lib/summary/blocks";
import { storedSummary } from "@/lib/summary/stored";
import type { Db } from "@/server/db/client";
import { rawData, sessionEvents, sessions } from "@/server/db/schema/sessions";
import { compact } from "@/server/rooms/compact";
import { UnreadableSession } from "@/server/rooms/unreadable";
import { hiddenSectionsOf, summariesOf } from "@/server/summary/summaries";

/** A session in which no facilitator did anything for this long was forgotten (architecture.md). */
export const FORGOTTEN_AFTER_HOURS = 12;

const HOUR_MS = 3_600_000;

/** Sessions that are over for having been forgotten, and have not been told so yet. */
export const isForgotten = and(
  ne(sessions.status, "finished"),
  lt(sessions.actedAt, sql`now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})`),
);

type SessionRow = typeof sessions.$inferSelect;

/** When a session ends by itself unless a facilitator does something; null once it has ended. */
export function endsByItselfAt({ status, actedAt }: Pick<SessionRow, "status" | "actedAt">) {
  if (status === "finished") return null;
  return new Date(actedAt.getTime() + FORGOTTEN_AFTER_HOURS * HOUR_MS);
}

/**
 * When the raw data of a session go; null while it runs, and once they are gone. The installation's
 * days count where they are fewer than those that were promised when the session was opened.
 */
export function rawDataGoAt(
  row: Pick<SessionRow, "endedAt" | "rawErasedAt" | "keepDays">,
  keepDays: number,
): Date | null {
  if (row.endedAt === null || row.rawErasedAt !== null) return null;
  return new Date(row.endedAt.getTime() + Math.min(row.keepDays, keepDays) * 24 * HOUR_MS);
}

/**
 * Deletes the raw data of an ended session and keeps its summary instead (anonymity.md, rule 8); of one
 * that this version can't read it keeps nothing. False where there is none, it has not ended, or the raw data are gone already. On the disk they
 * are until the next erasure pass.
 */
export async function deleteRawData(db: Db, id: string): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(sessions)
      .where(
        and(eq(sessions.id, id), eq(sessions.status, "finished"), isNull(sessions.rawErasedAt)),
      )
      .for("update");
    if (!row) return false;
    const summary = await summaryToKeep(tx, row);
    for (const table of rawData) await tx.delete(table).where(eq(table.sessionId, id));
    await tx
      .update(sessions)
      .set({
        summary: summary && storedSummary(summary),
        // How many were there is in the summary, or withheld by it.
        joined: 0,
        rawErasedAt: sql`now()`,
        // Without a summary to stand in, nobody would ever see it again.
        ...(summary === null ? { takeaway: "" } : {}),
      })
      .where(eq(sessions.id, id));
    return true;
  });
}

/** The summary without what was left out; null where what is stored does not read. */
async function summaryToKeep(tx: Pick<Db, "select">, row: SessionRow): Promise<KeptSummary | null> {
  try {
    const { de, en } = await summariesOf(tx, row);
    const hidden = hiddenSectionsOf(row);
    return { de: withoutSections(de, hidden), en: withoutSections(en, hidden) };
  } catch (error) {
    if (error instanceof UnreadableSession) return null;
    throw error;
  }
}

/**
 * Ends a forgotten session that no room of this version can open: the promise of what goes at the end
 * does not depend on who can read what stays (decision 0024). A version that reads it finds it ended.
 */
export async function endUnreadable(db: Db, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ seq: sessions.seq })
      .from(sessions)
      .where(and(eq(sessions.id, id), isForgotten))
      .for("update");
    if (!row) return;
    const seq = row.seq + 1;
    const event = storedFact({ type: "sessionEnded", at: Date.now() });
    await tx.insert(sessionEvents).values({ sessionId: id, seq, event });
    await compact(tx, id);
    await tx
      .update(sessions)
      .set({
        status: "finished",
        code: null,
        endedAt: sql`now()`,
        seq,
        rev: sql`${sessions.rev} + 1`,
      })
      .where(eq(sessions.id, id));
  });
}
