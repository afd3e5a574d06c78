import { eq } from "drizzle-orm";
import type { Auth } from "@/server/auth/auth";
import { type FieldErrors, newPassword } from "@/server/auth/details";
import { LineFullError } from "@/server/auth/fair-line";
import type { Links } from "@/server/auth/links";
import type { Passwords } from "@/server/auth/passwords";
import type { Changed, ChangeRefusal, Proof, Prove } from "@/server/auth/proof";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";

/** A new password for one's own account: by whoever is signed in, or by a link that was mailed. */
export function createOwnPassword({
  db,
  passwords,
  auth,
  links,
  prove,
}: {
  db: Db;
  passwords: Passwords;
  auth: Pick<Auth, "signIns">;
  links: Links;
  prove: Prove;
}) {
  /** Null when too many passwords are being worked on at this moment. */
  async function hashOf(password: string): Promise<string | null> {
    try {
      return await passwords.hash(password);
    } catch (error) {
      if (error instanceof LineFullError) return null;
      throw error;
    }
  }

  return {
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
  };
}

function passwordProblem(error: { issues: readonly { message: string }[] }): FieldErrors {
  const message = error.issues[0]?.message;
  return { password: message === "missing" || message === "tooLong" ? message : "tooShort" };
}
