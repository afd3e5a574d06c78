import { and, asc, eq } from "drizzle-orm";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { handedOn } from "@/lib/summary/review";
import type { Language, Words } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { sessions } from "@/server/db/schema/sessions";
import { headingOf, isId } from "@/server/sessions/own-session";
import { summaryOfVersion } from "@/server/summary/version-summary";
import { hiddenSectionsOf, versionsOf } from "@/server/summary/versions";

/** A meeting of a series that has ended. */
export interface EndedMeeting {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read it. */
  title: Words | null;
  openedAt: Date;
  /** Its summary as the first version hands it on; null where there is none, or none that can be read. */
  handedOn: Readonly<Record<Language, SummaryBlocks>> | null;
}

/** What remained of earlier meetings of a series. Nothing of it is stored: it is gone with its session. */
export function createSeriesWalls({ db }: { db: Db }) {
  return {
    /**
     * The ended meetings of a series of theirs, as they were opened; it may have ended itself. Null where none of their
     * sessions is of such a series.
     */
    async endedMeetings(userId: string, wallId: string): Promise<EndedMeeting[] | null> {
      if (!isId(wallId)) return null;
      const rows = await db
        .select()
        .from(sessions)
        .where(and(eq(sessions.ownerId, userId), eq(sessions.wallId, wallId)))
        .orderBy(asc(sessions.openedAt));
      if (rows.length === 0) return null;
      const meetings: EndedMeeting[] = [];
      // One after the other: each may have its log to be read.
      for (const row of rows) {
        if (row.status !== "finished") continue;
        meetings.push({
          ...{ id: row.id, name: row.name, openedAt: row.openedAt },
          title: headingOf(row).title,
          handedOn: await firstVersionOf(db, row),
        });
      }
      return meetings;
    },
  };
}

async function firstVersionOf(
  db: Db,
  row: typeof sessions.$inferSelect,
): Promise<EndedMeeting["handedOn"]> {
  const [version] = await versionsOf(db, row.id);
  if (!version) return null;
  const { summary, review } = await summaryOfVersion(db, row, version);
  if (typeof summary === "string") return null;
  const hidden = hiddenSectionsOf(version);
  return {
    de: handedOn(summary.de, review, hidden),
    en: handedOn(summary.en, review, hidden),
  };
}
