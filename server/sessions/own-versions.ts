import { and, eq } from "drizzle-orm";
import type { PgUpdateSetSource } from "drizzle-orm/pg-core";
import type { SectionKey } from "@/lib/summary/blocks";
import { changedReview, type ReviewChange, readReview, storedReview } from "@/lib/summary/review";
import { TAKEAWAY_CHARACTERS_MAX } from "@/lib/summary/takeaway";
import { VERSIONS_MAX, type VersionAt } from "@/lib/summary/versions";
import { cleanText } from "@/lib/text";
import type { Db } from "@/server/db/client";
import { sessions, summaryVersions } from "@/server/db/schema/sessions";
import { isId, isOwn } from "@/server/sessions/own-session";
import { keptVersionsOf, type VersionRow } from "@/server/summary/versions";

type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** What facilitators make of their summaries for whoever gets them. */
export function createOwnVersions({ db }: { db: Db }) {
  /** Works on the versions of an own session, one page after the other; `otherwise` where there is no such session. */
  const withVersions = <T>(
    userId: string,
    id: string,
    otherwise: T,
    work: (versions: VersionRow[], tx: Tx) => Promise<T>,
  ): Promise<T> =>
    db.transaction(async (tx) => {
      if (!isId(id)) return otherwise;
      const [own] = await tx
        .select({ id: sessions.id })
        .from(sessions)
        .where(isOwn(userId, id))
        .for("update");
      return own ? await work(await keptVersionsOf(tx, id), tx) : otherwise;
    });

  /** Changes one version; false where there is none to be changed, or the change can't be made of it. */
  const change = (
    userId: string,
    { session, version }: VersionAt,
    changeOf: (before: VersionRow) => PgUpdateSetSource<typeof summaryVersions> | null,
  ): Promise<boolean> =>
    withVersions(userId, session, false, async (versions, tx) => {
      const before = versions.find(({ number }) => number === version);
      const changed = before && changeOf(before);
      if (!changed) return false;
      await tx.update(summaryVersions).set(changed).where(isVersion(session, version));
      return true;
    });

  return {
    /**
     * Makes one more version, like another one or untouched, and says its number. Null where the session is not
     * theirs, the other one is gone, or there are enough; and for an untouched one without raw data.
     */
    addVersion: (
      userId: string,
      session: string,
      { name, like }: { name: string; like: number | null },
    ): Promise<number | null> =>
      withVersions(userId, session, null, async (versions, tx) => {
        const model = versions.find((each) => each.number === like);
        // Without raw data there is nothing to begin with but what another version kept.
        const isPossible = like === null ? versions.every(hasNoSummary) : model !== undefined;
        if (!isPossible || versions.length >= VERSIONS_MAX) return null;
        const number = Math.max(...versions.map((each) => each.number)) + 1;
        await tx.insert(summaryVersions).values({ ...model, sessionId: session, number, name });
        return number;
      }),

    /** Keeps what a version is called; false where it is not theirs. */
    renameVersion: (userId: string, at: VersionAt, name: string): Promise<boolean> =>
      change(userId, at, () => ({ name })),

    /** Deletes a version with all that it keeps; false where it is not theirs, or the last one. */
    deleteVersion: (userId: string, { session, version }: VersionAt): Promise<boolean> =>
      withVersions(userId, session, false, async (versions, tx) => {
        if (versions.length < 2) return false;
        const gone = await tx
          .delete(summaryVersions)
          .where(isVersion(session, version))
          .returning({ number: summaryVersions.number });
        return gone.length > 0;
      }),

    /** Keeps which sections a version leaves out; false where it is not theirs. */
    hideSections: (
      userId: string,
      at: VersionAt,
      hiddenSections: readonly SectionKey[],
    ): Promise<boolean> =>
      change(userId, at, () => ({ hiddenSections: [...new Set(hiddenSections)] })),

    /** Keeps one change of what they make of a version; false where it is not theirs, or nothing more fits. */
    changeReview: (userId: string, at: VersionAt, wanted: ReviewChange): Promise<boolean> =>
      change(userId, at, ({ review }) => {
        const before = readReview(review);
        const after = before && changedReview(before, wanted);
        return after && { review: storedReview(after) };
      }),

    /** Keeps a version's takeaway; false where it is not theirs. */
    saveTakeaway: (userId: string, at: VersionAt, text: string): Promise<boolean> =>
      change(userId, at, () => ({
        takeaway: cleanText(text.slice(0, TAKEAWAY_CHARACTERS_MAX)),
      })),
  };
}

const isVersion = (session: string, number: number) =>
  and(eq(summaryVersions.sessionId, session), eq(summaryVersions.number, number));

const hasNoSummary = ({ summary }: VersionRow): boolean => summary === null;
