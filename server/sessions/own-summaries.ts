import type { KeptSummary, MissingSummary, SectionKey } from "@/lib/summary/blocks";
import type { SummaryReview } from "@/lib/summary/review";
import type { SummaryVersion } from "@/lib/summary/versions";
import type { Language, Words } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { deleteRawData, rawDataGoAt } from "@/server/erasure/session-data";
import { headingOf, ownSession } from "@/server/sessions/own-session";
import { summaryOfVersion } from "@/server/summary/version-summary";
import { hiddenSectionsOf, type VersionRow, versionsOf } from "@/server/summary/versions";

/** What there is to read of a session after its end, and on the way there. */
export interface SessionSummary {
  /** The language that it was held in; null where this release can't read even that. */
  language: Language | null;
  title: Words | null;
  /** Of the version that was asked for, with its takeaway. */
  summary: KeptSummary | MissingSummary;
  version: SummaryVersion;
  /** All that there are, by number. */
  versions: readonly SummaryVersion[];
  /** What the facilitator left out of it. */
  hiddenSections: readonly SectionKey[];
  /** What else they made of it. */
  review: SummaryReview;
  rawDataGoAt: Date | null;
  /** Whether they are due and wait for a release that can read the session. */
  erasureWaits: boolean;
  isRehearsal: boolean;
  /** Before that the summary is a first look, which is reviewed but handed to nobody. */
  isOver: boolean;
  /** The ready-made plan that its series goes on with; null where there is none. */
  next: string | null;
  /** Where what remains of its series hangs; null where it is a session by itself. */
  wallId: string | null;
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
    /**
     * The summary of an own session, in the version with this number or the first one: from its log, or as it was
     * kept when the log went. Null where there is no such version: another one may hold what it left out.
     */
    async summary(userId: string, id: string, number?: number): Promise<SessionSummary | null> {
      const row = await ownSession(db, userId, id);
      if (!row) return null;
      const versions = await versionsOf(db, id);
      const version = versions.find((each) => number === undefined || each.number === number);
      if (!version) return null;
      return {
        ...headingOf(row),
        ...(await summaryOfVersion(db, row, version)),
        version: nameOf(version),
        versions: versions.map(nameOf),
        rawDataGoAt: rawDataGoAt(row, keepDays),
        erasureWaits: row.erasureWaits,
        isRehearsal: row.isRehearsal,
        wallId: row.wallId,
        isOver: row.status === "finished",
        hiddenSections: hiddenSectionsOf(version),
      };
    },

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

const nameOf = ({ number, name }: VersionRow): SummaryVersion => ({ number, name });
