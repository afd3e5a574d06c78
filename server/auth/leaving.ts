import { and, count, eq, ne } from "drizzle-orm";
import { type AccountRole, isUuid } from "@/server/auth/account";
import type { SignIns } from "@/server/auth/sign-ins";
import type { Db } from "@/server/db/client";
import { invitations, users } from "@/server/db/schema/accounts";
import { sessions } from "@/server/db/schema/sessions";

export type Leaving = ReturnType<typeof createLeaving>;

/**
 * Ends accounts and hands the administration on. As long as there are accounts one of them is an
 * admin's: nobody else could invite, help or tidy up.
 */
export function createLeaving(parts: {
  db: Db;
  signIns: Pick<SignIns, "endAll">;
  /** Called after the sessions of an account were deleted with it. */
  onSessionsDeleted: (ids: readonly string[]) => Promise<void>;
}) {
  const { db } = parts;

  /** Whether this is the only admin beside other accounts. */
  async function wouldStrand(userId: string, tx: Pick<Db, "select"> = db): Promise<boolean> {
    const [me] = await tx.select({ role: users.role }).from(users).where(eq(users.id, userId));
    if (me?.role !== "admin") return false;
    const others = await tx
      .select({ role: users.role, n: count() })
      .from(users)
      .where(ne(users.id, userId))
      .groupBy(users.role);
    return others.length > 0 && !others.some(({ role }) => role === "admin");
  }

  /** Two admins who leave at the same moment must not both believe that the other one stays. */
  const lockAdmins = (tx: Pick<Db, "select">) =>
    tx
      .select({ id: users.id })
      .from(users)
      .where(eq(users.role, "admin"))
      .orderBy(users.id)
      .for("update");

  return {
    wouldStrand,

    /** Deletes an account with all its data. False: it is the last admin's, or there is none. */
    async remove(userId: string): Promise<boolean> {
      if (!isUuid(userId)) return false;
      // Sockets and requests of theirs first: nothing may be written while it is being deleted.
      if (await wouldStrand(userId)) return false;
      await parts.signIns.endAll(userId);
      const gone = await db.transaction(async (tx) => {
        await lockAdmins(tx);
        if (await wouldStrand(userId, tx)) return null;
        const owned = await tx
          .delete(sessions)
          .where(eq(sessions.ownerId, userId))
          .returning({ id: sessions.id });
        const [deleted] = await tx
          .delete(users)
          .where(eq(users.id, userId))
          .returning({ email: users.email });
        // Somebody may have invited this address once more.
        if (deleted) await tx.delete(invitations).where(eq(invitations.email, deleted.email));
        return deleted ? owned.map(({ id }) => id) : null;
      });
      if (gone === null) return false;
      await parts.onSessionsDeleted(gone);
      return true;
    },

    /** Makes somebody an admin or a facilitator. False: nobody would be left to administer. */
    async setRole(userId: string, role: AccountRole): Promise<boolean> {
      if (!isUuid(userId)) return false;
      return await db.transaction(async (tx) => {
        await lockAdmins(tx);
        if (role !== "admin" && (await wouldStrand(userId, tx))) return false;
        await tx
          .update(users)
          .set({ role })
          .where(and(eq(users.id, userId), ne(users.role, role)));
        return true;
      });
    },
  };
}
