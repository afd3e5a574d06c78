import { asc, eq } from "drizzle-orm";
import { type SectionKey, sectionKeys } from "@/lib/summary/blocks";
import { FIRST_VERSION } from "@/lib/summary/versions";
import type { Db } from "@/server/db/client";
import { summaryVersions } from "@/server/db/schema/sessions";

export type VersionRow = typeof summaryVersions.$inferSelect;

const UNCHANGED = {
  number: FIRST_VERSION,
  ...{ name: "", takeaway: "", hiddenSections: [], review: null, summary: null },
} satisfies Omit<VersionRow, "sessionId">;

/** The versions of a session's summary, by number: the first one, as nobody has changed it, where none has a row. */
export async function versionsOf(tx: Pick<Db, "select">, sessionId: string): Promise<VersionRow[]> {
  const rows = await tx
    .select()
    .from(summaryVersions)
    .where(eq(summaryVersions.sessionId, sessionId))
    .orderBy(asc(summaryVersions.number));
  return rows.length > 0 ? rows : [{ sessionId, ...UNCHANGED }];
}

/** The same, once each has a row of its own. The session's row has to be locked. */
export async function keptVersionsOf(
  tx: Pick<Db, "select" | "insert">,
  sessionId: string,
): Promise<VersionRow[]> {
  const versions = await versionsOf(tx, sessionId);
  await tx.insert(summaryVersions).values(versions).onConflictDoNothing();
  return versions;
}

/** The sections that the facilitator left out of a version, in their usual order. */
export function hiddenSectionsOf({
  hiddenSections,
}: Pick<VersionRow, "hiddenSections">): SectionKey[] {
  return sectionKeys.filter((key) => hiddenSections.includes(key));
}
