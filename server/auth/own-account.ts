import { count, eq } from "drizzle-orm";
import type { AccountRole } from "@/server/auth/accounts";
import type { Auth, SignInRefusal } from "@/server/auth/auth";
import {
  changedEmail,
  type FieldErrors,
  fieldErrorsOf,
  newPassword,
  profileDetails,
} from "@/server/auth/details";
import { LineFullError } from "@/server/auth/fair-line";
import { identityOf, removeIdentity } from "@/server/auth/identities";
import type { Leaving } from "@/server/auth/leaving";
import type { Links, OpenLink } from "@/server/auth/links";
import type { MailedLinks } from "@/server/auth/mailed-links";
import type { Passwords } from "@/server/auth/passwords";
import type { Facilitator } from "@/server/auth/sign-ins";
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
  /** Sessions that would go with the account. */
  sessions: number;
}

/** Who asks, and how they prove once more that it is them. */
export interface Proof {
  me: Pick<Facilitator, "userId" | "signInId">;
  /** The password; for an account without one its e-mail address, typed. */
  entered: string;
}

export type ChangeRefusal =
  | { ok: false; reason: SignInRefusal }
  | { ok: false; fields: FieldErrors };
export type Changed = { ok: true } | ChangeRefusal;

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

  async function rowOf(userId: string) {
    const [row] = await db.select().from(users).where(eq(users.id, userId));
    if (!row) throw new Error("There is no such account");
    return row;
  }

  async function prove({ me, entered }: Proof): Promise<SignInRefusal | null> {
    const { email, passwordHash } = await rowOf(me.userId);
    if (passwordHash === null) return entered.trim().toLowerCase() === email ? null : "wrong";
    // Signed in as it is, this browser is known.
    const checked = await auth.checkPassword(
      { email, password: entered },
      { browser: me.signInId },
    );
    return checked.ok ? null : checked.reason;
  }

  /** Null when too many passwords are being worked on at this moment. */
  async function hashOf(password: string): Promise<string | null> {
    try {
      return await passwords.hash(password);
    } catch (error) {
      if (error instanceof LineFullError) return null;
      throw error;
    }
  }

  async function setEmail(userId: string, email: string): Promise<Changed> {
    try {
      await db.update(users).set({ email }).where(eq(users.id, userId));
      return { ok: true };
    } catch (error) {
      if (isTaken(error)) return { ok: false, fields: { email: "taken" } };
      throw error;
    }
  }

  return {
    async profile(userId: string): Promise<Profile> {
      const { name, email, language, role, passwordHash } = await rowOf(userId);
      const [owned] = await db
        .select({ n: count() })
        .from(sessions)
        .where(eq(sessions.ownerId, userId));
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

    /** A new password ends every other sign-in, whoever has it, and every open link to one. */
    async changePassword(proof: Proof, password: string): Promise<Changed> {
      const parsed = newPassword.safeParse(password);
      if (!parsed.success) return { ok: false, fields: passwordProblem(parsed.error) };
      const refusal = await prove(proof);
      if (refusal) return { ok: false, reason: refusal };
      const passwordHash = await hashOf(parsed.data);
      if (!passwordHash) return { ok: false, reason: "busy" };
      await db.update(users).set({ passwordHash }).where(eq(users.id, proof.me.userId));
      await links.revokeAll(proof.me.userId);
      await auth.signIns.endAll(proof.me.userId, proof.me.signInId);
      return { ok: true };
    },

    /**
     * Another address. Where letters can be sent it counts only once the link in one was used:
     * otherwise a slip of the keyboard would hand the account to a stranger.
     */
    async changeEmail(proof: Proof, input: string): Promise<Changed & { sent?: boolean }> {
      const parsed = changedEmail.safeParse({ email: input });
      if (!parsed.success) return { ok: false, fields: fieldErrorsOf(parsed.error) };
      const refusal = await prove(proof);
      if (refusal) return { ok: false, reason: refusal };
      if (!mailed) return await setEmail(proof.me.userId, parsed.data.email);
      mailed.confirmEmail(proof.me.userId, parsed.data.email);
      return { ok: true, sent: true };
    },

    /** The address that a letter was sent to is now the account's. */
    async confirmEmail(token: string): Promise<"done" | "link" | "taken"> {
      const used = await links.use(token, "email");
      if (!used) return "link";
      return (await setEmail(used.userId, used.email)).ok ? "done" : "taken";
    },

    /** What a link is good for, without using it up. */
    openLink: (token: string): Promise<OpenLink | null> => links.find(token),

    /** A new password by link; ends every sign-in. Null: the link was used, or has run out. */
    async resetPassword(
      token: string,
      password: string,
    ): Promise<{ ok: true; email: string } | ChangeRefusal | null> {
      const parsed = newPassword.safeParse(password);
      // All of it before the link is used up: what is refused must not cost it.
      if (!parsed.success) return { ok: false, fields: passwordProblem(parsed.error) };
      if ((await links.find(token))?.purpose !== "reset") return null;
      const passwordHash = await hashOf(parsed.data);
      if (!passwordHash) return { ok: false, reason: "busy" };
      const used = await links.use(token, "reset");
      if (!used) return null;
      await db.update(users).set({ passwordHash }).where(eq(users.id, used.userId));
      await auth.signIns.endAll(used.userId);
      return { ok: true, email: used.email };
    },

    /** Who is there, asked once more before the organisation's sign-in is linked. */
    prove,

    /** Unlinks the organisation's sign-in; not where it is the only way in. */
    async unlink(userId: string): Promise<boolean> {
      if (!auth.oidc || (await rowOf(userId)).passwordHash === null) return false;
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

function passwordProblem(error: { issues: readonly { message: string }[] }): FieldErrors {
  const message = error.issues[0]?.message;
  return { password: message === "missing" || message === "tooLong" ? message : "tooShort" };
}

/** SQLSTATE of a value that has to be unique and isn't. */
const UNIQUE_VIOLATION = "23505";

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === UNIQUE_VIOLATION) || isTaken(error.cause);
}
