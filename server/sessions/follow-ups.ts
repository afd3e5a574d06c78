import { and, count, eq, gt, isNull, lte, sql } from "drizzle-orm";
import { randomId as idSchema } from "@/lib/ids";
import {
  FOLLOW_UP_ANSWERS_MAX,
  type FollowUpAnswer,
  type FollowUpDays,
  type FollowUpResult,
  followUpAnswers,
  readResult,
  resultOf,
  storedResult,
} from "@/lib/session/follow-up";
import type { Language } from "@/lib/words";
import { hashToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { followUpBallots, followUps, sessions } from "@/server/db/schema/sessions";
import { randomId, shuffle, tagOf } from "@/server/rooms/chance";
import { headingOf, isId, isOwn, lockEnded } from "@/server/sessions/own-session";
import { createEvenAnswers, newLinkToken } from "@/server/sessions/secret-links";

/** A follow-up as its facilitator sees it: nothing of its answers before it was counted. */
export interface FollowUp {
  closesAt: Date;
  /** Null while answers are taken, and where this release can't read it. */
  result: FollowUpResult | null;
}

type Tx = Parameters<Parameters<Db["transaction"]>[0]>[0];

/** Follow-ups: what facilitators do with theirs, and what whoever has a link does. */
export function createFollowUps({ db }: { db: Db }) {
  const evenly = createEvenAnswers({});
  const isOpen = (token: string) =>
    and(eq(followUps.tokenHash, hashToken(token)), gt(followUps.closesAt, sql`now()`));

  return {
    /**
     * Asks, from now on and for so many days, what became of the plans of an own session, and says the link's path. The
     * secret in it exists nowhere else. Null where the session is not theirs, has not ended, is a rehearsal, or was asked
     * before: what two countings have in common could be taken off.
     */
    openFollowUp: (userId: string, session: string, days: FollowUpDays): Promise<string | null> =>
      db.transaction(async (tx) => {
        if (!(await lockEnded(tx, userId, session))) return null;
        const token = newLinkToken();
        const made = await tx
          .insert(followUps)
          .values({
            sessionId: session,
            tokenHash: hashToken(token),
            key: randomId() + randomId(),
            closesAt: sql`now() + make_interval(days => ${days})`,
          })
          .onConflictDoNothing()
          .returning({ session: followUps.sessionId });
        return made.length > 0 ? `/follow-up/${token}` : null;
      }),

    /** The follow-up of an own session; null where there is none. One that is over is counted first. */
    followUpOf: (userId: string, session: string): Promise<FollowUp | null> =>
      db.transaction(async (tx) => {
        if (!isId(session)) return null;
        const [own] = await tx
          .select({ id: sessions.id })
          .from(sessions)
          .where(isOwn(userId, session));
        return own ? await countedFollowUp(tx, session) : null;
      }),

    /** Takes a follow-up back with all that was answered, before it is counted; false where there is none. */
    async withdrawFollowUp(userId: string, session: string): Promise<boolean> {
      if (!isId(session)) return false;
      const own = db.select({ id: sessions.id }).from(sessions).where(isOwn(userId, session));
      const gone = await db
        .delete(followUps)
        .where(
          and(
            sql`${followUps.sessionId} in ${own}`,
            isNull(followUps.result),
            // What is over is to be counted, and would otherwise be asked again.
            gt(followUps.closesAt, sql`now()`),
          ),
        )
        .returning({ session: followUps.sessionId });
      return gone.length > 0;
    },

    /** What a link asks about; null, without a difference, for one that is unknown, over or was taken back. */
    findFollowUp: (token: string): Promise<{ closesAt: Date; language: Language | null } | null> =>
      evenly(async () => {
        const [row] = await db
          .select({ closesAt: followUps.closesAt, session: sessions })
          .from(followUps)
          .innerJoin(sessions, eq(sessions.id, followUps.sessionId))
          .where(isOpen(token));
        return row ? { closesAt: row.closesAt, language: headingOf(row.session).language } : null;
      }),

    /**
     * Takes the answer of a device, in the place of an earlier one. False, without a difference, where the link is no
     * good. Beyond `FOLLOW_UP_ANSWERS_MAX` it counts nothing, as everybody was told; that it is so already would tell how
     * many answered.
     */
    async answerFollowUp(token: string, device: string, answer: FollowUpAnswer): Promise<boolean> {
      if (!idSchema.safeParse(device).success) return false;
      const done = await evenly(() =>
        db.transaction(async (tx) => {
          // Locked: what is being counted takes no more.
          const [row] = await tx.select().from(followUps).where(isOpen(token)).for("update");
          if (!row || row.key === null) return null;
          const { sessionId } = row;
          const tag = tagOf(row.key, device, "follow-up");
          const isOfSession = eq(followUpBallots.sessionId, sessionId);
          const before = await tx.$count(
            followUpBallots,
            and(isOfSession, sql`${followUpBallots.tag} <> ${tag}`),
          );
          if (before >= FOLLOW_UP_ANSWERS_MAX) return true;
          await tx
            .insert(followUpBallots)
            .values({ sessionId, tag, answer })
            .onConflictDoUpdate({
              target: [followUpBallots.sessionId, followUpBallots.tag],
              set: { answer },
            });
          return true;
        }),
      );
      return done ?? false;
    },
  };
}

/** What may be told of a session's follow-up; null where nothing was counted. One that is over is counted first. */
export const resultToTell = (db: Db, session: string): Promise<FollowUpResult | null> =>
  db.transaction(async (tx) => (await countedFollowUp(tx, session))?.result ?? null);

async function countedFollowUp(tx: Tx, session: string): Promise<FollowUp | null> {
  await countOver(tx, session);
  const [row] = await tx.select().from(followUps).where(eq(followUps.sessionId, session));
  return row ? { closesAt: row.closesAt, result: readResult(row.result) } : null;
}

/** Counts every follow-up that is over: only what may be told of it stays. */
export async function countFollowUps(db: Db): Promise<void> {
  const over = await db
    .select({ session: followUps.sessionId })
    .from(followUps)
    .where(isOverAndUncounted);
  for (const { session } of over) await db.transaction((tx) => countOver(tx, session));
}

const isOverAndUncounted = and(isNull(followUps.result), lte(followUps.closesAt, sql`now()`));

/** Counts the follow-up of a session where it is over and was not counted yet. */
async function countOver(tx: Tx, session: string): Promise<void> {
  const [row] = await tx
    .select({ session: followUps.sessionId })
    .from(followUps)
    .where(and(eq(followUps.sessionId, session), isOverAndUncounted))
    .for("update");
  if (!row) return;
  const told = await tx
    .select({ answer: followUpBallots.answer, count: count() })
    .from(followUpBallots)
    .where(eq(followUpBallots.sessionId, session))
    .groupBy(followUpBallots.answer);
  const counted = Object.fromEntries(told.map((each) => [each.answer, each.count]));
  const result = resultOf(
    { done: 0, changed: 0, dropped: 0, ...counted },
    shuffle(followUpAnswers),
  );
  await tx.delete(followUpBallots).where(eq(followUpBallots.sessionId, session));
  await tx
    .update(followUps)
    .set({ result: storedResult(result), tokenHash: null, key: null })
    .where(eq(followUps.sessionId, session));
}
