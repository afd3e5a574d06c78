import { asc, eq } from "drizzle-orm";
import { type StagePictures, stagePictures } from "@/lib/session/stage-pictures";
import { K_SCORES } from "@/lib/session/state";
import { readEvent, readPlan } from "@/lib/session/stored";
import { readReview } from "@/lib/summary/review";
import type { Db } from "@/server/db/client";
import { sessionEvents } from "@/server/db/schema/sessions";
import { ownSession } from "@/server/sessions/own-session";
import { versionsOf } from "@/server/summary/versions";

/** What facilitators have of an ended session's stage. */
export function createStagePictures({ db }: { db: Db }) {
  return {
    /**
     * The pictures of an own session's stage, without what was struck in any version of its summary; null where it is not
     * theirs, has not ended, has no raw data any more, or can't be read by this release: what was struck may then be unknown.
     */
    async stagePictures(userId: string, id: string): Promise<StagePictures | null> {
      const row = await ownSession(db, userId, id);
      if (row?.status !== "finished" || row.rawErasedAt !== null) return null;
      const reviews = (await versionsOf(db, id)).map(({ review }) => readReview(review));
      const struck = reviews.flatMap((review) => review?.struck ?? []);
      if (reviews.includes(null)) return null;
      const log = await db
        .select({ event: sessionEvents.event })
        .from(sessionEvents)
        .where(eq(sessionEvents.sessionId, id))
        .orderBy(asc(sessionEvents.seq));
      try {
        return stagePictures(
          readPlan(row.plan),
          log.map(({ event }) => event),
          { read: readEvent, struck, joined: row.joined < K_SCORES ? 0 : row.joined },
        );
      } catch {
        return null;
      }
    },
  };
}
