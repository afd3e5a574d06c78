import { and, count, eq } from "drizzle-orm";
import type { AccountRole } from "@/server/auth/account";
import type { Auth } from "@/server/auth/auth";
import { fieldErrorsOf, profileDetails } from "@/server/auth/details";
import { identityOf, removeIdentity } from "@/server/auth/identities";
import type { Leaving } from "@/server/auth/leaving";
import type { Links, OpenLink } from "@/server/auth/links";
import type { MailedLinks } from "@/server/auth/mailed-links";
import { createOwnEmail } from "@/server/auth/own-email";
import { createOwnPassword } from "@/server/auth/own-password";
import type { SignInRefusal } from "@/server/auth/password-check";
import type { Passwords } from "@/server/auth/passwords";
import { type Changed, createProve, type Proof, userRow } from "@/server/auth/proof";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";
import { sessions } from "@/server/db/schema/sessions";

/** What the account page shows of its owner. */
export interface Profile {
  name: string;
  email: string;
  language: "de" | "en";
  role: AccountRole;
  hasPassword: boolean;
  /** Since when the organisation's sign-in opens it; null when it doesn't. */
  linkedAt: Date | null;
  /** Sessions that would go with the account; a rehearsal goes by itself (P200). */
  sessions: number;
}

export type OwnAccount = ReturnType<typeof createOwnAccount>;

/** What people do with their own account. What decides about signing in asks who is there. */
export function createOwnAccount(parts: {
  db: Db;
  passwords: Passwords;
  auth: Pick<Auth, "checkPassword" | "oidc" | "signIns">;
  links: Links;
  mailed: MailedLinks | null;
  leaving: Leaving;
}) {
  const { db, passwords, auth, links, mailed, leaving } = parts;
  const prove = createProve(db, auth);

  return {
    async profile(userId: string): Promise<Profile> {
      const { name, email, language, role, passwordHash } = await userRow(db, userId);
      const [owned] = await db
        .select({ n: count() })
        .from(sessions)
        .where(and(eq(sessions.ownerId, userId), eq(sessions.isRehearsal, false)));
      const linkedAt = auth.oidc ? await identityOf(db, userId, auth.oidc.issuer) : null;
      const hasPassword = passwordHash !== null;
      return { name, email, language, role, hasPassword, linkedAt, sessions: owned?.n ?? 0 };
    },

    /** Name and language; language is that of letters to this account. */
    async changeProfile(userId: string, input: unknown): Promise<Changed> {
      const details = profileDetails.safeParse(input);
      if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
      await db.update(users).set(details.data).where(eq(users.id, userId));
      return { ok: true };
    },

    ...createOwnPassword({ db, passwords, auth, links, prove }),
    ...createOwnEmail({ db, links, mailed, prove }),

    /** What a link is good for, without using it up. */
    openLink: (token: string): Promise<OpenLink | null> => links.find(token),

    /** Who is there, asked once more before the organisation's sign-in is linked. */
    prove,

    /** Unlinks the organisation's sign-in; not where it is the only way in. */
    async unlink(userId: string): Promise<boolean> {
      if (!auth.oidc || (await userRow(db, userId)).passwordHash === null) return false;
      await removeIdentity(db, userId, auth.oidc.issuer);
      return true;
    },

    /** Deletes the account and all its data. */
    async leave(
      proof: Proof,
    ): Promise<{ ok: true } | { ok: false; reason: SignInRefusal | "lastAdmin" }> {
      if (await leaving.wouldStrand(proof.me.userId)) return { ok: false, reason: "lastAdmin" };
      const refusal = await prove(proof);
      if (refusal) return { ok: false, reason: refusal };
      return (await leaving.remove(proof.me.userId))
        ? { ok: true }
        : { ok: false, reason: "lastAdmin" };
    },
  };
}
