import { eq } from "drizzle-orm";
import { accountDetails, fieldErrorsOf } from "@/server/auth/details";
import { insertAccount, type NewAccount, rowFor } from "@/server/auth/new-account";
import type { Passwords } from "@/server/auth/passwords";
import { hashToken, newToken } from "@/server/auth/tokens";
import type { Db } from "@/server/db/client";
import { installation, users } from "@/server/db/schema/accounts";

/** The first account of an installation, and the link by which it comes to be. */
export function createSetup(db: Db, passwords: Passwords) {
  /** Whether a set-up link still works, for the page that shows its form. */
  async function setupTokenWorks(token: string): Promise<boolean> {
    const [row] = await db
      .select({ id: installation.id })
      .from(installation)
      .where(eq(installation.setupTokenHash, hashToken(token)));
    return row !== undefined && !(await anyAccount(db));
  }

  return {
    setupTokenWorks,

    /**
     * Path of a fresh set-up link as long as there is no account, else null. An earlier link stops
     * working: whoever reads the terminal now is the one who sets up.
     */
    async setupLink(): Promise<string | null> {
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
    },

    /** The admin's account. The link works once, however many people press the button together. */
    async createFirstAccount(token: string, input: unknown): Promise<NewAccount> {
      if (!(await setupTokenWorks(token))) return { ok: false, reason: "link" };
      const details = accountDetails.safeParse(input);
      if (!details.success) return { ok: false, fields: fieldErrorsOf(details.error) };
      const row = await rowFor(details.data, "admin", passwords);
      return await db.transaction(async (tx): Promise<NewAccount> => {
        const [claimed] = await tx
          .update(installation)
          .set({ setupTokenHash: null })
          .where(eq(installation.setupTokenHash, hashToken(token)))
          .returning({ id: installation.id });
        if (!claimed || (await anyAccount(tx))) return { ok: false, reason: "link" };
        return await insertAccount(tx, row);
      });
    },
  };
}

async function anyAccount(db: Pick<Db, "select">): Promise<boolean> {
  const [row] = await db.select({ id: users.id }).from(users).limit(1);
  return row !== undefined;
}
