import { eq } from "drizzle-orm";
import { type Account, accountOf } from "@/server/auth/account";
import { PASSWORD_MIN } from "@/server/auth/details";
import type { Lane } from "@/server/auth/fair-line";
import { createInvitations } from "@/server/auth/invitations";
import { createPasswords, type Passwords } from "@/server/auth/passwords";
import { createSetup } from "@/server/auth/setup";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";

export type Accounts = ReturnType<typeof createAccounts>;

/** Accounts and the links by which they come to be. Who may call what is decided by the caller. */
export function createAccounts(db: Db, passwords: Passwords = createPasswords()) {
  return {
    /** Told to the forms, so that the rule has one home. */
    passwordMin: PASSWORD_MIN,
    ...createSetup(db, passwords),
    ...createInvitations(db, passwords),

    /** The account whose password this is. Takes the same work when there is no such account. */
    async verify(email: string, password: string, lane: Lane): Promise<Account | null> {
      const [row] = await db
        .select()
        .from(users)
        .where(eq(users.email, email.trim().toLowerCase()));
      const matches = await passwords.matches(password, row?.passwordHash ?? null, lane);
      return row && matches ? accountOf(row) : null;
    },

    /** One account; null when there is none with this id. */
    async byId(userId: string): Promise<Account | null> {
      const [row] = await db.select().from(users).where(eq(users.id, userId));
      return row ? accountOf(row) : null;
    },

    /** Everybody who can sign in, in the order in which they came. */
    async people(): Promise<Account[]> {
      return (await db.select().from(users).orderBy(users.createdAt)).map(accountOf);
    },
  };
}
