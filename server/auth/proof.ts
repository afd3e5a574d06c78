import { eq } from "drizzle-orm";
import type { Auth } from "@/server/auth/auth";
import type { FieldErrors } from "@/server/auth/details";
import type { SignInRefusal } from "@/server/auth/password-check";
import type { Facilitator } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";

/** Who asks, and how they prove once more that it is them. */
export interface Proof {
  me: Pick<Facilitator, "userId" | "signInId">;
  /** The password; for an account without one its e-mail address, typed. */
  entered: string;
}

/** Null where it proves who they are. */
export type Prove = (proof: Proof) => Promise<SignInRefusal | null>;

export type ChangeRefusal =
  | { ok: false; reason: SignInRefusal }
  | { ok: false; fields: FieldErrors };
export type Changed = { ok: true } | ChangeRefusal;

/** Asks once more who is there, before what decides about signing in changes. */
export const createProve =
  (db: Db, auth: Pick<Auth, "checkPassword">): Prove =>
  async ({ me, entered }) => {
    const { email, passwordHash } = await userRow(db, me.userId);
    if (passwordHash === null) return entered.trim().toLowerCase() === email ? null : "wrong";
    // Signed in as it is, this browser is known.
    const checked = await auth.checkPassword(
      { email, password: entered },
      { browser: me.signInId },
    );
    return checked.ok ? null : checked.reason;
  };

/** The account of somebody who is signed in. */
export async function userRow(db: Db, userId: string): Promise<typeof users.$inferSelect> {
  const [row] = await db.select().from(users).where(eq(users.id, userId));
  if (!row) throw new Error("There is no such account");
  return row;
}
