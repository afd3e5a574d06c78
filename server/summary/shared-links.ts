import { and, asc, eq, gt, sql } from "drizzle-orm";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { handedOn } from "@/lib/summary/review";
import { LINKS_MAX, type LinkDays, type SharedLink } from "@/lib/summary/shared-links";
import type { VersionAt } from "@/lib/summary/versions";
import type { Language } from "@/lib/words";
import { hashToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { sessions, summaryLinks, summaryVersions } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { headingOf, isId, isOwn, lockEnded } from "@/server/sessions/own-session";
import {
  createEvenAnswers,
  type EvenAnswersOptions,
  newLinkToken,
} from "@/server/sessions/secret-links";
import { summaryOfVersion } from "@/server/summary/version-summary";
import { hiddenSectionsOf, keptVersionsOf } from "@/server/summary/versions";
import { tokenBucket } from "@/server/token-bucket";

/** Files that take a process of their own, for everybody with a link together: one at a time, and the facilitator's between. */
const MADE_RATE = { perSecond: 0.2, burst: 20 };

/** What a link opens: the version as it is now, in both languages. */
export interface SharedSummary {
  /** The language that the session was held in; null where this release can't read it. */
  language: Language | null;
  summary: Readonly<Record<Language, SummaryBlocks>>;
}

/** Links to a version of a summary: what their facilitators do with them, and what they open. */
export function createSharedLinks({ db, pause, now }: { db: Db } & EvenAnswersOptions) {
  const evenly = createEvenAnswers({ pause, now });
  const mayMake = tokenBucket(MADE_RATE);
  const isOpen = gt(summaryLinks.expiresAt, sql`now()`);

  return {
    /**
     * Makes a link to a version of an own summary and says its path. The secret in it exists nowhere else. Null where
     * the session is not theirs, has not ended or is a rehearsal, the version is gone, or it has enough links.
     */
    shareVersion: (
      userId: string,
      { session, version }: VersionAt,
      days: LinkDays,
    ): Promise<string | null> =>
      db.transaction(async (tx) => {
        if (!(await lockEnded(tx, userId, session))) return null;
        const versions = await keptVersionsOf(tx, session);
        const isThere = versions.some(({ number }) => number === version);
        if (
          !isThere ||
          (await tx.$count(summaryLinks, leadsTo({ session, version }))) >= LINKS_MAX
        ) {
          return null;
        }
        const token = newLinkToken();
        await tx.insert(summaryLinks).values({
          tokenHash: hashToken(token),
          id: randomId(),
          sessionId: session,
          version,
          expiresAt: sql`now() + make_interval(days => ${days})`,
        });
        return `/shared/${token}`;
      }),

    /** The links to a version of an own summary that still work, oldest first. */
    async linksTo(userId: string, at: VersionAt): Promise<SharedLink[]> {
      if (!isId(at.session)) return [];
      return await db
        .select({
          id: summaryLinks.id,
          createdAt: summaryLinks.createdAt,
          expiresAt: summaryLinks.expiresAt,
        })
        .from(summaryLinks)
        .innerJoin(sessions, eq(sessions.id, summaryLinks.sessionId))
        .where(and(leadsTo(at), isOwn(userId, at.session), isOpen))
        .orderBy(asc(summaryLinks.createdAt), asc(summaryLinks.id));
    },

    /** Makes a link to an own summary worthless; false where there is none. */
    revokeLink: (userId: string, session: string, id: string): Promise<boolean> =>
      db.transaction(async (tx) => {
        if (!isId(session) || !isId(id)) return false;
        const [own] = await tx
          .select({ id: sessions.id })
          .from(sessions)
          .where(isOwn(userId, session));
        if (!own) return false;
        const gone = await tx
          .delete(summaryLinks)
          .where(and(eq(summaryLinks.sessionId, session), eq(summaryLinks.id, id)))
          .returning({ id: summaryLinks.id });
        return gone.length > 0;
      }),

    /** What a link opens; null, without a difference, for one that is unknown, has run out or was revoked. */
    async openLink(token: string): Promise<SharedSummary | null> {
      const found = await evenly(async () => {
        const [row] = await db
          .select({ session: sessions, version: summaryVersions })
          .from(summaryLinks)
          .innerJoin(
            summaryVersions,
            and(
              eq(summaryVersions.sessionId, summaryLinks.sessionId),
              eq(summaryVersions.number, summaryLinks.version),
            ),
          )
          .innerJoin(sessions, eq(sessions.id, summaryLinks.sessionId))
          .where(and(eq(summaryLinks.tokenHash, hashToken(token)), isOpen));
        return row ?? null;
      });
      if (!found) return null;
      const { summary, review } = await summaryOfVersion(db, found.session, found.version);
      if (typeof summary === "string") return null;
      const hidden = hiddenSectionsOf(found.version);
      return {
        language: headingOf(found.session).language,
        summary: {
          de: handedOn(summary.de, review, hidden),
          en: handedOn(summary.en, review, hidden),
        },
      };
    },

    /** Whether whoever has a link may have a file made now; each time counts. */
    mayMake,
  };
}

const leadsTo = ({ session, version }: VersionAt) =>
  and(eq(summaryLinks.sessionId, session), eq(summaryLinks.version, version));
