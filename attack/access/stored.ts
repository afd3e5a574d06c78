import { sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";

/** Counts of people, which every node writes anew within seconds. */
const RESTLESS = "node_people";

/** What moves by itself elsewhere: who was seen when, and when an erasure pass went through, as at night. */
const RESTLESS_COLUMNS: readonly string[] = ["last_seen_at", "erased_at"];

/** A digest of everything in the database but what moves by itself. */
export async function everythingStored(db: Db): Promise<string> {
  const { rows: tables } = await db.execute(
    sql`select tablename from pg_tables where schemaname = 'public' order by tablename`,
  );
  const restless = sql`array[${sql.join(
    RESTLESS_COLUMNS.map((column) => sql`${column}::text`),
    sql`, `,
  )}]`;
  const names = tables
    .map(({ tablename }) => String(tablename))
    .filter((name) => name !== RESTLESS);
  // In one question: it is asked before and after everything that is tried.
  const digests = names.map(
    (name) => sql`(
      select md5(coalesce(string_agg(told, '|' order by told), ''))
        from (select (to_jsonb(t) - ${restless})::text as told from ${sql.identifier(name)} t) every_row
    )`,
  );
  const { rows } = await db.execute<{ digests: string[] }>(
    sql`select array[${sql.join(digests, sql`, `)}] as digests`,
  );
  return names.map((name, at) => `${name} ${rows[0]?.digests[at]}`).join("\n");
}
