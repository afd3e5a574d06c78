import { and, eq } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { identities } from "@/server/db/schema/accounts";

/** Whom an identity provider says it has recognised. */
export interface Identity {
  issuer: string;
  subject: string;
}

/** The account that this identity opens, if there is one. Nothing else is ever compared. */
export async function accountOfIdentity(
  db: Pick<Db, "select">,
  { issuer, subject }: Identity,
): Promise<string | null> {
  const [row] = await db
    .select({ userId: identities.userId })
    .from(identities)
    .where(and(eq(identities.issuer, issuer), eq(identities.subject, subject)));
  return row?.userId ?? null;
}

/** Lets an identity open an account. False where it opens another one, or the account has one. */
export async function addIdentity(
  db: Pick<Db, "select" | "insert">,
  userId: string,
  { issuer, subject }: Identity,
): Promise<boolean> {
  await db.insert(identities).values({ issuer, subject, userId }).onConflictDoNothing();
  return (await accountOfIdentity(db, { issuer, subject })) === userId;
}

/** Since when this issuer's sign-in opens the account; null when it doesn't. */
export async function identityOf(
  db: Pick<Db, "select">,
  userId: string,
  issuer: string,
): Promise<Date | null> {
  const [row] = await db
    .select({ createdAt: identities.createdAt })
    .from(identities)
    .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)));
  return row?.createdAt ?? null;
}

/** Takes this issuer's sign-in away from an account. */
export async function removeIdentity(
  db: Pick<Db, "delete">,
  userId: string,
  issuer: string,
): Promise<void> {
  await db
    .delete(identities)
    .where(and(eq(identities.userId, userId), eq(identities.issuer, issuer)));
}
