import { and, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { hashToken, newToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { accountLinks, type linkPurposes, users } from "@/server/db/schema/accounts";

export type LinkPurpose = (typeof linkPurposes)[number];

/** Minutes for which links that were sent by e-mail work: as long as a slow mail server takes. */
const MAILED_MINUTES = { signIn: 15, reset: 60, email: 60 } as const;

/** A link from the terminal is passed on by a person, perhaps tomorrow morning. */
export const TERMINAL_MINUTES = 24 * 60;

/** An open link, looked at without using it up. */
export interface OpenLink {
  userId: string;
  purpose: LinkPurpose;
  /** The account's address; for `email` the one that would replace it. */
  email: string;
}

export type Links = ReturnType<typeof createLinks>;

/** Links for people who have an account: each works once, for a short time. */
export function createLinks(db: Db) {
  const open = gt(accountLinks.expiresAt, sql`now()`);

  return {
    /** Path of a fresh link. The token in it exists nowhere else. */
    async make(
      userId: string,
      purpose: LinkPurpose,
      {
        email = null,
        minutes = MAILED_MINUTES[purpose],
      }: { email?: string | null; minutes?: number } = {},
    ): Promise<string> {
      const token = newToken();
      await db.delete(accountLinks).where(lt(accountLinks.expiresAt, sql`now()`));
      await db.insert(accountLinks).values({
        tokenHash: hashToken(token),
        userId,
        purpose,
        email,
        expiresAt: sql`now() + make_interval(mins => ${minutes})`,
      });
      return `/link/${token}`;
    },

    /** What a link is good for. Mail scanners open links: looking must not use one up. */
    async find(token: string): Promise<OpenLink | null> {
      const [row] = await db
        .select({
          userId: users.id,
          purpose: accountLinks.purpose,
          current: users.email,
          wanted: accountLinks.email,
        })
        .from(accountLinks)
        .innerJoin(users, eq(users.id, accountLinks.userId))
        .where(and(eq(accountLinks.tokenHash, hashToken(token)), open));
      if (!row) return null;
      return { userId: row.userId, purpose: row.purpose, email: row.wanted ?? row.current };
    },

    /** Makes every open link of an account worthless. */
    async revokeAll(userId: string): Promise<void> {
      await db.delete(accountLinks).where(eq(accountLinks.userId, userId));
    },

    /**
     * Uses a link up, for whoever is first, together with every other link of the same account: a
     * second one in an old e-mail is nothing but a risk then.
     */
    async use(token: string, purpose: LinkPurpose): Promise<OpenLink | null> {
      return await db.transaction(async (tx) => {
        const mine = and(
          eq(accountLinks.tokenHash, hashToken(token)),
          eq(accountLinks.purpose, purpose),
          open,
        );
        // The account's row first: two links used at the same moment would wait for each other.
        const [user] = await tx
          .select({ id: users.id, email: users.email })
          .from(users)
          .where(
            inArray(
              users.id,
              tx.select({ id: accountLinks.userId }).from(accountLinks).where(mine),
            ),
          )
          .for("update");
        if (!user) return null;
        const [used] = await tx.delete(accountLinks).where(mine).returning();
        if (!used) return null;
        await tx.delete(accountLinks).where(eq(accountLinks.userId, user.id));
        return { userId: user.id, purpose, email: used.email ?? user.email };
      });
    },
  };
}
