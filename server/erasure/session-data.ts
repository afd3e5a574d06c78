import { and, eq, isNull, sql } from "drizzle-orm";
import { storedFact } from "@/lib/session/stored";
import { type KeptSummary, type SummaryBlocks, withoutSections } from "@/lib/summary/blocks";
import { readReview, storedReview, withoutStruck } from "@/lib/summary/review";
import { readKeptSummary, storedSummary } from "@/lib/summary/stored";
import type { Db } from "@/server/db/client";
import { databaseNow } from "@/server/db/clock";
import { rawData, sessionEvents, sessions, summaryVersions } from "@/server/db/schema/sessions";
import { isForgotten } from "@/server/erasure/forgotten";
import { compact } from "@/server/rooms/compact";
import { UnreadableSession } from "@/server/rooms/unreadable";
import { summariesOf } from "@/server/summary/summaries";
import { hiddenSectionsOf, keptVersionsOf, type VersionRow } from "@/server/summary/versions";

type SessionRow = typeof sessions.$inferSelect;

const DAY_MS = 24 * 3_600_000;

/**
 * When the raw data of a session go; null while it runs, and once they are gone. The installation's
 * days count where they are fewer than those that were promised when the session was opened.
 */
export function rawDataGoAt(
  row: Pick<SessionRow, "endedAt" | "rawErasedAt" | "keepDays">,
  keepDays: number,
): Date | null {
  if (row.endedAt === null || row.rawErasedAt !== null) return null;
  return new Date(row.endedAt.getTime() + Math.min(row.keepDays, keepDays) * DAY_MS);
}

/** What becomes of raw data that are to be deleted: gone, waiting, or there is nothing to delete. */
export type Deletion = "deleted" | "waits" | "nothing";

/**
 * Deletes the raw data of an ended session and keeps its summary instead (anonymity.md, rule 8). Where
 * there is none to keep, because no release that ran since the end could read the session, they wait
 * and their facilitator sees why, unless it was the facilitator who told to delete them (P76). On the
 * disk they are until the next erasure pass.
 */
export async function deleteRawData(
  db: Db,
  id: string,
  { withoutSummary }: { withoutSummary: boolean },
): Promise<Deletion> {
  return db.transaction(async (tx) => {
    const row = await endedRow(tx, id);
    if (!row) return "nothing";
    const summary = await summaryToKeep(tx, row);
    if (summary === null && !withoutSummary) {
      await tx.update(sessions).set({ erasureWaits: true }).where(eq(sessions.id, id));
      return "waits";
    }
    for (const table of rawData) await tx.delete(table).where(eq(table.sessionId, id));
    await tx
      .update(sessions)
      .set({
        // What remains stands with each version, without what it leaves out.
        summary: null,
        // How many were there is in the summary, or withheld by it.
        joined: 0,
        admissionKey: null,
        erasureWaits: false,
        rawErasedAt: sql`now()`,
      })
      .where(eq(sessions.id, id));
    await keepInVersions(tx, id, summary);
    return "deleted";
  });
}

/**
 * Keeps the summary of an ended session beside its raw data, so that no later release needs to read
 * these for it. What can't be read now is left for another time.
 */
export async function keepSummary(db: Db, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const row = await endedRow(tx, id);
    if (!row || row.summary !== null) return;
    const summary = await summaryFromLog(tx, row);
    if (summary === null) return;
    await tx
      .update(sessions)
      .set({ summary: storedSummary(summary) })
      .where(eq(sessions.id, id));
  });
}

/** An ended session that has its raw data, locked; undefined for any other. */
async function endedRow(tx: Pick<Db, "select">, id: string): Promise<SessionRow | undefined> {
  const [row] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.id, id), eq(sessions.status, "finished"), isNull(sessions.rawErasedAt)))
    .for("update");
  return row;
}

/** As the log tells it, else as it was kept soon after the end; null where neither reads. */
export async function summaryToKeep(
  tx: Pick<Db, "select">,
  row: SessionRow,
): Promise<KeptSummary | null> {
  return (
    (await summaryFromLog(tx, row)) ?? (row.summary === null ? null : readKeptSummary(row.summary))
  );
}

async function summaryFromLog(
  tx: Pick<Db, "select">,
  row: SessionRow,
): Promise<KeptSummary | null> {
  try {
    return await summariesOf(tx, row);
  } catch (error) {
    if (error instanceof UnreadableSession) return null;
    throw error;
  }
}

/** Keeps the summary with each version. Without one to stand in nobody would ever see what was made of it: it goes. */
async function keepInVersions(
  tx: Pick<Db, "select" | "insert" | "update" | "delete">,
  id: string,
  summary: KeptSummary | null,
): Promise<void> {
  if (summary === null) {
    await tx.delete(summaryVersions).where(eq(summaryVersions.sessionId, id));
    return;
  }
  for (const version of await keptVersionsOf(tx, id)) {
    await tx
      .update(summaryVersions)
      .set({
        summary: storedSummary(withoutHidden(summary, version)),
        review: withoutStrikes(version),
      })
      .where(and(eq(summaryVersions.sessionId, id), eq(summaryVersions.number, version.number)));
  }
}

/** Without what was left out, and what was struck: neither is kept for longer than the raw data. */
function withoutHidden({ de, en }: KeptSummary, version: VersionRow): KeptSummary {
  const hidden = hiddenSectionsOf(version);
  const struck = readReview(version.review)?.struck ?? [];
  const kept = (summary: SummaryBlocks) => withoutStruck(withoutSections(summary, hidden), struck);
  return { de: kept(de), en: kept(en) };
}

/** The review without the words that were struck, which are nowhere else any more. As it is where it doesn't read. */
function withoutStrikes({ review: stored }: VersionRow): unknown {
  const review = readReview(stored);
  return review === null ? stored : storedReview({ ...review, struck: [] });
}

/**
 * Ends a forgotten session that no room of this version can open: the promise of what goes at the end
 * does not depend on who can read what stays (decision 0024). A version that reads it finds it ended.
 */
export async function endUnreadable(db: Db, id: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [row] = await tx
      .select({ seq: sessions.seq, now: databaseNow })
      .from(sessions)
      .where(and(eq(sessions.id, id), isForgotten(tx)))
      .for("update");
    if (!row) return;
    const seq = row.seq + 1;
    const event = storedFact({ type: "sessionEnded", at: row.now });
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
