import { type HelpContact, helpContacts, seedHelpContacts } from "@/lib/session/help-contacts";
import type { Db } from "@/server/db/client";
import { installation } from "@/server/db/schema/accounts";

export type Installation = ReturnType<typeof createInstallation>;

/** Whom phones and summaries name for help: the organisation's list, else the one we ship. */
export async function helpContactsOf(db: Pick<Db, "select">): Promise<readonly HelpContact[]> {
  const [row] = await db.select({ kept: installation.helpContacts }).from(installation);
  return row?.kept ? helpContacts.parse(row.kept) : seedHelpContacts;
}

/** What an admin decides about this installation. One installation is one organisation. */
export function createInstallation(db: Db) {
  return {
    helpContacts: () => helpContactsOf(db),

    /** When what was deleted last went from the files of the database; null before the first pass. */
    async lastErasedAt(): Promise<Date | null> {
      const [row] = await db.select({ at: installation.erasedAt }).from(installation);
      return row?.at ?? null;
    },

    /** Nobody leads a session about setbacks without a number to give (activities.md, "Safety"). */
    async maySessionsOpen(): Promise<boolean> {
      return (await helpContactsOf(db)).length > 0;
    },

    /** Replaces the list. An empty one is kept as well; then no session can be opened. */
    async saveHelpContacts(list: readonly HelpContact[]): Promise<void> {
      const kept = helpContacts.parse(list);
      await db
        .insert(installation)
        .values({ helpContacts: kept })
        .onConflictDoUpdate({ target: installation.id, set: { helpContacts: kept } });
    },
  };
}
