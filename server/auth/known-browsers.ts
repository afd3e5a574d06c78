import { and, desc, eq, lt, notInArray, sql } from "drizzle-orm";
import { hashToken, newToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { knownBrowsers, users } from "@/server/db/schema/accounts";

/** A browser is known for a year after its last sign-in: who comes once a year is still no stranger. */
const KNOWN_DAYS = 365;
export const KNOWN_SECONDS = KNOWN_DAYS * 24 * 60 * 60;

/** More browsers than anybody has; a private window makes a new one at each sign-in. */
const KNOWN_MAX = 20;

/**
 * Browsers that have signed in to an account before. A cookie outlives signing out, so that wrong
 * passwords of others never slow down who has been here. It opens nothing.
 */
export function createKnownBrowsers(db: Db) {
  return {
    /** What the browser of this cookie is called, where the account with this address knows it. */
    async find(token: string | undefined, email: string): Promise<string | null> {
      if (!token) return null;
      const [row] = await db
        .select({ name: knownBrowsers.tokenHash })
        .from(knownBrowsers)
        .innerJoin(users, eq(users.id, knownBrowsers.userId))
        .where(and(eq(knownBrowsers.tokenHash, hashToken(token)), eq(users.email, email)));
      return row?.name ?? null;
    },

    /** Keeps that it has signed in; returns the token for its cookie, a new one if it has none. */
    async remember(token: string | undefined, userId: string): Promise<string> {
      // What a browser sends may be anything; ours are as long as this.
      const fresh = newToken();
      const kept = token?.length === fresh.length ? token : fresh;
      const own = eq(knownBrowsers.userId, userId);
      await db
        .insert(knownBrowsers)
        .values({ userId, tokenHash: hashToken(kept) })
        .onConflictDoUpdate({
          target: [knownBrowsers.userId, knownBrowsers.tokenHash],
          set: { signedInAt: sql`now()` },
        });
      const latest = db
        .select({ tokenHash: knownBrowsers.tokenHash })
        .from(knownBrowsers)
        .where(own)
        .orderBy(desc(knownBrowsers.signedInAt))
        .limit(KNOWN_MAX);
      await db.delete(knownBrowsers).where(and(own, notInArray(knownBrowsers.tokenHash, latest)));
      await db
        .delete(knownBrowsers)
        .where(lt(knownBrowsers.signedInAt, sql`now() - make_interval(days => ${KNOWN_DAYS})`));
      return kept;
    },
  };
}
