import { eq } from "drizzle-orm";
import { changedEmail, fieldErrorsOf } from "@/server/auth/details";
import type { Links } from "@/server/auth/links";
import type { MailedLinks } from "@/server/auth/mailed-links";
import type { Changed, Proof, Prove } from "@/server/auth/proof";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";

/** Another address for one's own account. */
export function createOwnEmail({
  db,
  links,
  mailed,
  prove,
}: {
  db: Db;
  links: Links;
  mailed: MailedLinks | null;
  prove: Prove;
}) {
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
  };
}

/** SQLSTATE of a value that has to be unique and isn't. */
const UNIQUE_VIOLATION = "23505";

function isTaken(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return ("code" in error && error.code === UNIQUE_VIOLATION) || isTaken(error.cause);
}
