import { and, desc, eq, gt, isNull, sql, TransactionRollbackError } from "drizzle-orm";
import { isUuid } from "@/server/auth/account";
import { accountDetails, fieldErrorsOf, invitedEmail } from "@/server/auth/details";
import { addIdentity, type Identity } from "@/server/auth/identities";
import { insertAccount, type NewAccount, rowFor } from "@/server/auth/new-account";
import type { Passwords } from "@/server/auth/passwords";
import { hashToken, newToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { invitations, users } from "@/server/db/schema/accounts";

/** A week: somebody on holiday still finds the invitation open. */
const INVITATION_DAYS = 7;
/** Nobody needs more open links than this; a runaway script would. */
const MAX_OPEN_INVITATIONS = 100;

export interface OpenInvitation {
  id: string;
  email: string | null;
  createdByName: string;
  expiresAt: Date;
}

export type Invited =
  | { ok: true; id: string; path: string; expiresAt: Date }
  | { ok: false; reason: "email" | "tooMany" };

const stillOpen = and(isNull(invitations.usedAt), gt(invitations.expiresAt, sql`now()`));

/** Links by which facilitators get their accounts, from the sending to the account. */
export function createInvitations(db: Db, passwords: Passwords) {
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

  /** The open invitation behind a link, for the page that shows its form. */
  async function invitationFor(token: string): Promise<{ email: string | null } | null> {
    const [row] = await db
      .select({ email: invitations.email })
      .from(invitations)
      .where(and(eq(invitations.tokenHash, hashToken(token)), stillOpen));
    return row ?? null;
  }

  return {
    openInvitations,
    invitationFor,

    /** Makes a link for one more account. The token in it is shown this once. */
    async invite(createdBy: string, input: { email?: string | null } = {}): Promise<Invited> {
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
    },

    /** Makes an open link worthless. Doing it twice, or after its use, changes nothing. */
    async revokeInvitation(id: string): Promise<void> {
      if (!isUuid(id)) return;
      await db.delete(invitations).where(and(eq(invitations.id, id), isNull(invitations.usedAt)));
    },

    /** A facilitator's account. The link stays open when the details are refused. */
    async acceptInvitation(token: string, input: Record<string, unknown>): Promise<NewAccount> {
      const invitation = await invitationFor(token);
      if (!invitation) return { ok: false, reason: "link" };
      // The address of the invitation counts, whatever the form sent.
      const details = accountDetails.safeParse({
        ...input,
        email: invitation.email ?? input.email,
      });
      if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
      const row = await rowFor(details.data, "facilitator", passwords);
      return await spendInvitation(db, token, row);
    },

    /**
     * A facilitator's account without a password, opened by an identity provider's word. The address
     * is the invitation's, else one that the provider vouches for; never an existing account's.
     */
    async acceptInvitationAs(
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
      return await spendInvitation(db, token, { ...details.data, role: "facilitator" }, identity);
    },
  };
}

/** The account and the end of its link in one transaction. */
async function spendInvitation(
  db: Db,
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
        // Opened another account in the meantime: this one must not stay without a way in.
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
