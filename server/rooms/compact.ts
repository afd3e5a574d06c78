import { eq } from "drizzle-orm";
import type { Db } from "@/server/db/client";
import { emptiedAtTheEnd } from "@/server/db/schema/sessions";

/** What goes at the end of a session goes in the transaction that ends it (anonymity.md, rule 8). */
export async function compact(tx: Pick<Db, "delete">, sessionId: string): Promise<void> {
  for (const table of emptiedAtTheEnd) {
    await tx.delete(table).where(eq(table.sessionId, sessionId));
  }
}
