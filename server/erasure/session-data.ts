import { and, eq, isNull, sql } from "drizzle-orm";
import { withoutSections } from "@/lib/summary/blocks";
import type { Db } from "@/server/db/client";
import { rawData, sessions } from "@/server/db/schema/sessions";
import { hiddenSectionsOf, summariesOf } from "@/server/summary/summaries";

/** A session in which no facilitator did anything for this long was forgotten (architecture.md). */
export const FORGOTTEN_AFTER_HOURS = 12;

const HOUR_MS = 3_600_000;

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
 * Deletes the raw data of an ended session and keeps its summary instead (anonymity.md, rule 8).
 * False where there is none, it has not ended, or the raw data are gone already. On the disk they
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
    const { de, en } = await summariesOf(tx, row);
    const hidden = hiddenSectionsOf(row);
    // What was left out is not kept either.
    const summary = { de: withoutSections(de, hidden), en: withoutSections(en, hidden) };
    for (const table of rawData) await tx.delete(table).where(eq(table.sessionId, id));
    await tx
      .update(sessions)
      // How many were there is in the summary, or withheld by it.
      .set({ summary, joined: 0, rawErasedAt: sql`now()` })
      .where(eq(sessions.id, id));
    return true;
  });
}
