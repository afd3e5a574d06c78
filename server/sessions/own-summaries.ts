import { sql } from "drizzle-orm";
import type { KeptSummary, MissingSummary, SectionKey } from "@/lib/summary/blocks";
import {
  changedReview,
  NO_REVIEW,
  type ReviewChange,
  readReview,
  type SummaryReview,
  storedReview,
} from "@/lib/summary/review";
import { readKeptSummary } from "@/lib/summary/stored";
import { TAKEAWAY_CHARACTERS_MAX, withTakeaway } from "@/lib/summary/takeaway";
import { cleanText } from "@/lib/text";
import type { Language, Words } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { deleteRawData, rawDataGoAt, summaryToKeep } from "@/server/erasure/session-data";
import {
  changeOwn,
  headingOf,
  isId,
  isOwn,
  ownSession,
  type SessionRow,
} from "@/server/sessions/own-session";
import { hiddenSectionsOf } from "@/server/summary/summaries";

/** What there is to read of a session after its end. */
export interface SessionSummary {
  /** The language that it was held in; null where this release can't read even that. */
  language: Language | null;
  title: Words | null;
  summary: KeptSummary | MissingSummary;
  /** What the facilitator left out of it. */
  hiddenSections: readonly SectionKey[];
  /** What else they made of it. */
  review: SummaryReview;
  rawDataGoAt: Date | null;
  /** Whether they are due and wait for a release that can read the session. */
  erasureWaits: boolean;
  isRehearsal: boolean;
  /** The ready-made plan that its series goes on with; null where there is none. */
  next: string | null;
  /** What it was opened from; null where this release can't read that. */
  templateId: string | null;
}

/** What facilitators have of their sessions after the end, and what they make of it. */
export function createOwnSummaries({
  db,
  keepDays,
  onDeleted,
}: {
  db: Db;
  keepDays: number;
  onDeleted(id: string): Promise<void>;
}) {
  return {
    /** The summary of an own session: from its log, or as it was kept when the log went. */
    async summary(userId: string, id: string): Promise<SessionSummary | null> {
      const row = await ownSession(db, userId, id);
      if (!row) return null;
      const review = readReview(row.summaryReview);
      const shared = {
        ...headingOf(row),
        review: review ?? NO_REVIEW,
        rawDataGoAt: rawDataGoAt(row, keepDays),
        erasureWaits: row.erasureWaits,
        isRehearsal: row.isRehearsal,
        hiddenSections: hiddenSectionsOf(row),
      };
      // What nobody can read may have struck something.
      const found = review === null ? "unreadable" : await summaryOf(db, row);
      if (typeof found === "string") return { ...shared, summary: found };
      const { de, en } = found;
      const summary = { de: withTakeaway(de, row.takeaway), en: withTakeaway(en, row.takeaway) };
      return { ...shared, summary };
    },

    /** Keeps which sections the summary leaves out; false where the session is not theirs. */
    hideSections: (
      userId: string,
      id: string,
      hiddenSections: readonly SectionKey[],
    ): Promise<boolean> =>
      changeOwn(db, userId, id, { hiddenSections: [...new Set(hiddenSections)] }),

    /** Keeps one change of what they make of it; false where the session is not theirs, or nothing more fits. */
    changeReview: (userId: string, id: string, change: ReviewChange): Promise<boolean> =>
      db.transaction(async (tx) => {
        if (!isId(id)) return false;
        const [row] = await tx.select().from(sessions).where(isOwn(userId, id)).for("update");
        const before = row ? readReview(row.summaryReview) : null;
        const after = before && changedReview(before, change);
        if (!after) return false;
        return changeOwn(tx, userId, id, { summaryReview: storedReview(after) });
      }),

    /** Keeps the facilitator's takeaway; false where the session is not theirs. */
    saveTakeaway: (userId: string, id: string, text: string): Promise<boolean> =>
      changeOwn(db, userId, id, {
        takeaway: sql`left(${cleanText(text)}, ${TAKEAWAY_CHARACTERS_MAX})`,
      }),

    /**
     * Deletes the raw data of an own session and keeps its summary, if it has one. False where the session is not
     * theirs, has not ended, or has none any more.
     */
    async deleteRawData(userId: string, id: string): Promise<boolean> {
      if (!(await ownSession(db, userId, id))) return false;
      if ((await deleteRawData(db, id, { withoutSummary: true })) !== "deleted") return false;
      await onDeleted(id);
      return true;
    },
  };
}

/** A session's summary without the takeaway: from its log, or as it was kept when the log went. */
async function summaryOf(db: Db, row: SessionRow): Promise<KeptSummary | MissingSummary> {
  if (row.status !== "finished") return "notYet";
  if (row.rawErasedAt === null) return (await summaryToKeep(db, row)) ?? "unreadable";
  return row.summary === null ? "notKept" : (readKeptSummary(row.summary) ?? "unreadable");
}
