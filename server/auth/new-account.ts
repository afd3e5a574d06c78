import { type Account, type AccountRole, accountOf } from "@/server/auth/account";
import type { AccountDetails, FieldErrors } from "@/server/auth/details";
import type { Passwords } from "@/server/auth/passwords";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";

/** `link`: the link was used, revoked, ran out or never existed; one answer for all of them. */
export type AccountRefusal = { ok: false; reason: "link" } | { ok: false; fields: FieldErrors };
export type NewAccount = { ok: true; account: Account } | AccountRefusal;

/** The row of an account whose details were entered in a form. Takes the work of hashing a password. */
export async function rowFor(
  { password, ...rest }: AccountDetails,
  role: AccountRole,
  passwords: Passwords,
): Promise<typeof users.$inferInsert> {
  return { ...rest, role, passwordHash: await passwords.hash(password) };
}

/** Adds an account inside the transaction that spends its link; refused where the address has one. */
export async function insertAccount(
  tx: Pick<Db, "insert">,
  values: typeof users.$inferInsert,
): Promise<NewAccount> {
  const [row] = await tx
    .insert(users)
    .values(values)
    .onConflictDoNothing({ target: users.email })
    .returning();
  return row ? { ok: true, account: accountOf(row) } : { ok: false, fields: { email: "taken" } };
}
