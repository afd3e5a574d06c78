import { and, desc, eq, gt, isNull, sql, TransactionRollbackError } from "drizzle-orm";
import {
  type AccountDetails,
  accountDetails,
  type FieldErrors,
  fieldErrorsOf,
  invitedEmail,
  PASSWORD_MIN,
} from "@/server/auth/details";
import type { Lane } from "@/server/auth/fair-line";
import { addIdentity, type Identity } from "@/server/auth/identities";
import { createPasswords, type Passwords } from "@/server/auth/passwords";
import { hashToken, newToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { installation, invitations, users } from "@/server/db/schema/accounts";

/** A week: somebody on holiday still finds the invitation open. */
const INVITATION_DAYS = 7;
/** Nobody needs more open links than this; a runaway script would. */
const MAX_OPEN_INVITATIONS = 100;

export type AccountRole = (typeof users.$inferSelect)["role"];

/** What the rest of the server may know about an account. */
export interface Account {
  userId: string;
  email: string;
  name: string;
  role: AccountRole;
}

/** `link`: the link was used, revoked, ran out or never existed; one answer for all of them. */
export type AccountRefusal = { ok: false; reason: "link" } | { ok: false; fields: FieldErrors };
export type NewAccount = { ok: true; account: Account } | AccountRefusal;

export interface OpenInvitation {
  id: string;
  email: string | null;
  createdByName: string;
  expiresAt: Date;
}

export type Invited =
  | { ok: true; id: string; path: string; expiresAt: Date }
  | { ok: false; reason: "email" | "tooMany" };

export type Accounts = ReturnType<typeof createAccounts>;

/** Accounts and the links by which they come to be. Who may call what is decided by the caller. */
export function createAccounts(db: Db, passwords: Passwords = createPasswords()) {
  /**
   * Path of a fresh set-up link as long as there is no account, else null. An earlier link stops
   * working: whoever reads the terminal now is the one who sets up.
   */
  async function setupLink(): Promise<string | null> {
    const token = newToken();
    const setupTokenHash = hashToken(token);
    return await db.transaction(async (tx) => {
      await tx
        .insert(installation)
        .values({ setupTokenHash })
        .onConflictDoUpdate({ target: installation.id, set: { setupTokenHash } });
      if (await anyAccount(tx)) {
        await tx.update(installation).set({ setupTokenHash: null });
        return null;
      }
      return `/setup/${token}`;
    });
  }

  /** Whether a set-up link still works, for the page that shows its form. */
  async function setupTokenWorks(token: string): Promise<boolean> {
    const [row] = await db
      .select({ id: installation.id })
      .from(installation)
      .where(eq(installation.setupTokenHash, hashToken(token)));
    return row !== undefined && !(await anyAccount(db));
  }

  /** The admin's account. The link works once, however many people press the button together. */
  async function createFirstAccount(token: string, input: unknown): Promise<NewAccount> {
    if (!(await setupTokenWorks(token))) return { ok: false, reason: "link" };
    const details = accountDetails.safeParse(input);
    if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
    const row = await rowFor(details.data, "admin");
    return await db.transaction(async (tx): Promise<NewAccount> => {
      const [claimed] = await tx
        .update(installation)
        .set({ setupTokenHash: null })
        .where(eq(installation.setupTokenHash, hashToken(token)))
        .returning({ id: installation.id });
      if (!claimed || (await anyAccount(tx))) return { ok: false, reason: "link" };
      return await insertAccount(tx, row);
    });
  }

  /** Makes a link for one more account. The token in it is shown this once. */
  async function invite(
    createdBy: string,
    input: { email?: string | null } = {},
  ): Promise<Invited> {
    const email = invitedEmail.safeParse(input.email ?? null);
    if (!email.success) return { ok: false, reason: "email" };
    if ((await openInvitations()).length >= MAX_OPEN_INVITATIONS) {
      return { ok: false, reason: "tooMany" };
    }
    const token = newToken();
    const [row] = await db
      .insert(invitations)
      .values({
        tokenHash: hashToken(token),
        createdBy,
        email: email.data,
        expiresAt: sql`now() + make_interval(days => ${INVITATION_DAYS})`,
      })
      .returning({ id: invitations.id, expiresAt: invitations.expiresAt });
    if (!row) throw new Error("An insert returned no row.");
    return { ok: true, id: row.id, path: `/invite/${token}`, expiresAt: row.expiresAt };
  }

  const stillOpen = and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`));

  /** Links that could still be used, the newest first. */
  async function openInvitations(): Promise<OpenInvitation[]> {
    return await db
      .select({
        id: invitations.id,
        email: invitations.email,
        createdByName: users.name,
        expiresAt: invitations.expiresAt,
      })
      .from(invitations)
      .innerJoin(users, eq(users.id, invitations.createdBy))
      .where(stillOpen)
      .orderBy(desc(invitations.createdAt));
  }

  /** Makes an open link worthless. Doing it twice, or after its use, changes nothing. */
  async function revokeInvitation(id: string): Promise<void> {
    if (!isUuid(id)) return;
    await db.delete(invitations).where(and(eq(invitations.id, id), isNull(invitations.usedAt)));
  }

  /** The open invitation behind a link, for the page that shows its form. */
  async function invitationFor(token: string): Promise<{ email: string | null } | null> {
    const [row] = await db
      .select({ email: invitations.email })
      .from(invitations)
      .where(and(eq(invitations.tokenHash, hashToken(token)), stillOpen));
    return row ?? null;
  }

  /** A facilitator's account. The link stays open when the details are refused. */
  async function acceptInvitation(
    token: string,
    input: Record<string, unknown>,
  ): Promise<NewAccount> {
    const invitation = await invitationFor(token);
    if (!invitation) return { ok: false, reason: "link" };
    // The address of the invitation counts, whatever the form sent.
    const details = accountDetails.safeParse({ ...input, email: invitation.email ?? input.email });
    if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
    return await spendInvitation(token, await rowFor(details.data, "facilitator"));
  }

  /**
   * A facilitator's account without a password, opened by an identity provider's word. The address
   * is the invitation's, else one that the provider vouches for; never an existing account's.
   */
  async function acceptInvitationAs(
    token: string,
    identity: Identity,
    input: { name: string; email: string | null; language: string },
  ): Promise<NewAccount> {
    const invitation = await invitationFor(token);
    if (!invitation) return { ok: false, reason: "link" };
    const details = accountDetails
      .omit({ password: true })
      .safeParse({ ...input, email: invitation.email ?? input.email ?? "" });
    if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
    return await spendInvitation(token, { ...details.data, role: "facilitator" }, identity);
  }

  async function spendInvitation(
    token: string,
    row: typeof users.$inferInsert,
    identity?: Identity,
  ): Promise<NewAccount> {
    return await db
      .transaction(async (tx): Promise<NewAccount> => {
        const [locked] = await tx
          .select({ id: invitations.id })
          .from(invitations)
          .where(and(eq(invitations.tokenHash, hashToken(token)), stillOpen))
          .for("update");
        if (!locked) return { ok: false, reason: "link" };
        const made = await insertAccount(tx, row);
        if (!made.ok) return made;
        if (identity && !(await addIdentity(tx, made.account.userId, identity))) {
          // Opened another account in the meantime: this one must not stay without a door.
          return tx.rollback();
        }
        await tx
          .update(invitations)
          // The account has the address now, and takes it along when it goes.
          .set({ usedAt: sql`now()`, email: null })
          .where(eq(invitations.id, locked.id));
        return made;
      })
      .catch((error: unknown) => {
        if (error instanceof TransactionRollbackError) return { ok: false, reason: "link" };
        throw error;
      });
  }

  /** The account whose password this is. Takes the same work when there is no such account. */
  async function verify(email: string, password: string, lane: Lane): Promise<Account | null> {
    const [row] = await db.select().from(users).where(eq(users.email, email.trim().toLowerCase()));
    const matches = await passwords.matches(password, row?.passwordHash ?? null, lane);
    return row && matches ? accountOf(row) : null;
  }

  /** One account; null when there is none with this id. */
  async function byId(userId: string): Promise<Account | null> {
    const [row] = await db.select().from(users).where(eq(users.id, userId));
    return row ? accountOf(row) : null;
  }

  /** Everybody who can sign in, in the order in which they came. */
  async function people(): Promise<Account[]> {
    return (await db.select().from(users).orderBy(users.createdAt)).map(accountOf);
  }

  async function rowFor({ password, ...rest }: AccountDetails, role: AccountRole) {
    return { ...rest, role, passwordHash: await passwords.hash(password) };
  }

  return {
    /** Told to the forms, so that the rule has one home. */
    passwordMin: PASSWORD_MIN,
    setupLink,
    setupTokenWorks,
    createFirstAccount,
    invite,
    openInvitations,
    revokeInvitation,
    invitationFor,
    acceptInvitation,
    acceptInvitationAs,
    verify,
    byId,
    people,
  };
}

/** Postgres would refuse anything else with an error instead of an empty answer. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

function accountOf(row: typeof users.$inferSelect): Account {
  return { userId: row.id, email: row.email, name: row.name, role: row.role };
}

async function anyAccount(db: Pick<Db, "select">): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row !== undefined;
}

async function insertAccount(
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
