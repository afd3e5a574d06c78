import { and, desc, eq, exists, isNotNull, notExists, sql } from "drizzle-orm";
import type { SessionPlan } from "@/lib/session/plan";
import { K_SCORES, type SessionState } from "@/lib/session/state";
import { readPlan } from "@/lib/session/stored";
import type { Language, Words } from "@/lib/words";
import type { Db } from "@/server/db/client";
import { series, sessions, summaryVersions } from "@/server/db/schema/sessions";
import { endsByItselfAt } from "@/server/erasure/forgotten";
import { rawDataGoAt } from "@/server/erasure/session-data";
import type { Network } from "@/server/lan";
import {
  changeOwn,
  headingOf,
  isId,
  isOwn,
  ownSession,
  type SessionRow,
} from "@/server/sessions/own-session";

/** Farther ahead nobody hands out a code; and one more day, for whoever is ahead in the day. */
export const LOBBY_DAYS_MAX = 91;

export interface SessionEntry {
  id: string;
  /** What its facilitator calls it; empty where they don't. */
  name: string;
  /** Null where this release can't read even that. */
  title: Words | null;
  language: Language | null;
  /** How long it is planned to take. */
  minutes: number | null;
  /** What it was opened from; null where this release can't read that. */
  templateId: string | null;
  /** The ready-made plan that its series goes on with; null where there is none. */
  next: string | null;
  /** Where what remains of its series hangs; null where it is a session by itself. */
  wallId: string | null;
  /** The join code while one can join. */
  code: string | null;
  /** The most devices that were in the room; null for fewer than a summary tells. */
  joined: number | null;
  status: SessionState["status"];
  openedAt: Date;
  /** When it ends unless a facilitator does something; null once it has ended. */
  endsByItselfAt: Date | null;
  /** When its raw data go; null before the end, and once they are gone. */
  rawDataGoAt: Date | null;
  /** Whether they are due and wait for a release that can read the session. */
  erasureWaits: boolean;
  /** Whether its raw data went and left no summary. */
  isEmpty: boolean;
}

/** Ends a series whose last session was deleted: nothing could be found again in it. */
async function endLeftSeries(db: Db, id: string): Promise<void> {
  const isLeft = notExists(
    db.select({ id: sessions.id }).from(sessions).where(eq(sessions.seriesId, id)),
  );
  await db.delete(series).where(and(eq(series.id, id), isLeft));
}

/** Whether a meeting has ended in the series of a session. */
async function hasEndedMeetings(
  db: Db,
  { ownerId, wallId }: Pick<SessionRow, "ownerId" | "wallId">,
): Promise<boolean> {
  if (wallId === null) return false;
  const ofSeries = and(eq(sessions.ownerId, ownerId), eq(sessions.wallId, wallId));
  return (await db.$count(sessions, and(ofSeries, eq(sessions.status, "finished")))) > 0;
}

/** What facilitators see and do with their sessions from outside. */
export function createOwnList({
  db,
  network,
  keepDays,
  onDeleted,
}: {
  db: Db;
  network: Network;
  keepDays: number;
  onDeleted(id: string): Promise<void>;
}) {
  return {
    /** The facilitator's sessions, newest first; a rehearsal is none of them (P200). */
    async list(userId: string): Promise<SessionEntry[]> {
      const hasKept = exists(
        db
          .select({ number: summaryVersions.number })
          .from(summaryVersions)
          .where(
            and(eq(summaryVersions.sessionId, sessions.id), isNotNull(summaryVersions.summary)),
          ),
      );
      const rows = await db
        .select({ row: sessions, hasKept: sql<boolean>`${hasKept}` })
        .from(sessions)
        .where(and(eq(sessions.ownerId, userId), eq(sessions.isRehearsal, false)))
        .orderBy(desc(sessions.openedAt));
      return rows.map(({ row, hasKept: isKept }) => ({
        id: row.id,
        name: row.name,
        wallId: row.wallId,
        ...headingOf(row),
        code: row.code,
        joined: row.joined < K_SCORES ? null : row.joined,
        status: row.status,
        openedAt: row.openedAt,
        endsByItselfAt: endsByItselfAt(row),
        rawDataGoAt: rawDataGoAt(row, keepDays),
        erasureWaits: row.erasureWaits,
        isEmpty: row.rawErasedAt !== null && !isKept,
      }));
    },

    /** Code and links of one of the facilitator's own sessions; null for any other. */
    async forFacilitator(userId: string, id: string) {
      const row = await ownSession(db, userId, id);
      if (!row) return null;
      const heading = headingOf(row);
      return {
        id: row.id,
        name: row.name,
        code: row.code,
        stageKey: row.stageKey,
        status: row.status,
        hasRawData: row.rawErasedAt === null,
        lobbyUntil: row.status === "lobby" && !row.isRehearsal ? row.lobbyUntil : null,
        isRehearsal: row.isRehearsal,
        templateId: heading.templateId,
        language: heading.language,
        /** Where what remains of earlier meetings hangs; null where none has ended. */
        wallId: (await hasEndedMeetings(db, row)) ? row.wallId : null,
        joinUrl: row.code === null ? null : `${network.ways().joinBase}/${row.code}`,
        stageUrl: `/stage/${row.stageKey}`,
      };
    },

    /** The plan of an own session as it was opened, and its code while one can join; null without either. */
    async planOf(
      userId: string,
      id: string,
    ): Promise<{ plan: SessionPlan; code: string | null } | null> {
      const row = await ownSession(db, userId, id);
      if (!row || row.rawErasedAt !== null) return null;
      return { plan: readPlan(row.plan), code: row.code };
    },

    /** Keeps what the facilitator calls it; false where the session is not theirs. */
    rename: (userId: string, id: string, name: string): Promise<boolean> =>
      changeOwn(db, userId, id, { name: name.trim() }),

    /**
     * Chooses until when an own lobby stays open. False where it is not theirs or no lobby any more, and for
     * a moment that is over or farther away than `LOBBY_DAYS_MAX`.
     */
    keepLobbyUntil: (userId: string, id: string, until: Date): Promise<boolean> =>
      changeOwn(
        db,
        userId,
        id,
        { lobbyUntil: until },
        eq(sessions.status, "lobby"),
        sql`${until} between now() and now() + make_interval(days => ${LOBBY_DAYS_MAX})`,
      ),

    /** Deletes an own session with everything. False where it is not theirs or has not ended. */
    async delete(userId: string, id: string): Promise<boolean> {
      if (!isId(id)) return false;
      const deleted = await db
        .delete(sessions)
        .where(and(isOwn(userId, id), eq(sessions.status, "finished")))
        .returning({ seriesId: sessions.seriesId });
      const [row] = deleted;
      if (!row) return false;
      if (row.seriesId !== null) await endLeftSeries(db, row.seriesId);
      await onDeleted(id);
      return true;
    },
  };
}
