import { eq } from "drizzle-orm";
import { changedEmail } from "@/server/auth/details";
import { letterFor } from "@/server/auth/letters";
import type { LinkPurpose, Links } from "@/server/auth/links";
import { createWindows } from "@/server/auth/windows";
import type { Db } from "@/server/db/client";
import { users } from "@/server/db/schema/accounts";
import type { Mail } from "@/server/mail/mail";

/**
 * Letters to one address per quarter of an hour: a slow mail server makes people press again, and
 * nobody's inbox may be flooded from here. What was asked for beyond it has arrived already.
 */
const LETTERS_PER_ADDRESS = 5;

export type MailedLinks = ReturnType<typeof createMailedLinks>;

/**
 * Sends links by e-mail. Whoever asks gets the same answer at once, whether there is an account or
 * not: looking it up and sending happen after the answer (anonymity.md, "accounts").
 */
export function createMailedLinks(parts: {
  db: Db;
  links: Links;
  mail: Mail;
  /** Origin of the links. */
  publicUrl: string;
  onError: (error: unknown) => void;
}) {
  const { db, links, mail } = parts;
  const windows = createWindows();
  const underWay = new Set<Promise<void>>();

  function inBackground(work: () => Promise<void>): void {
    const done = work()
      .catch(parts.onError)
      .finally(() => underWay.delete(done));
    underWay.add(done);
  }

  async function deliver(
    user: typeof users.$inferSelect,
    purpose: LinkPurpose,
    newEmail: string | null,
  ): Promise<void> {
    const path = await links.make(user.id, purpose, { email: newEmail });
    const { name, language } = user;
    const to = newEmail ?? user.email;
    await mail.send(letterFor(purpose, { to, name, language, url: `${parts.publicUrl}${path}` }));
  }

  return {
    /** To whoever has this address, if anybody. Returns before anything was looked up. */
    request(purpose: "signIn" | "reset", entered: string): void {
      const parsed = changedEmail.safeParse({ email: entered });
      // What is no address belongs to nobody.
      if (!parsed.success) return;
      const { email } = parsed.data;
      if (windows.add(email) > LETTERS_PER_ADDRESS) return;
      inBackground(async () => {
        const [user] = await db.select().from(users).where(eq(users.email, email));
        if (user) await deliver(user, purpose, null);
      });
    },

    /**
     * Asks a new address of an account for its consent. Nothing is sent to the address of another
     * account, and nobody is told that it is one.
     */
    confirmEmail(userId: string, email: string): void {
      if (windows.add(email) > LETTERS_PER_ADDRESS) return;
      inBackground(async () => {
        const [taken] = await db.select({ id: users.id }).from(users).where(eq(users.email, email));
        const [user] = await db.select().from(users).where(eq(users.id, userId));
        if (user && !taken) await deliver(user, "email", email);
      });
    },

    /** When everything that was asked for so far has been sent, or has failed. */
    async settled(): Promise<void> {
      await Promise.all(underWay);
    },
  };
}
