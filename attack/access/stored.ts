import { sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";

/** Moves by itself: who was seen when, counts of people, and when an erasure pass went through, as at night. */
const RESTLESS = new Set(["node_people", "sign_ins", "installation"]);

/** A digest of everything in the database but what moves by itself. */
export async function everythingStored(db: Db): Promise<string> {
  const { rows: tables } = await db.execute(
    sql`select tablename from pg_tables where schemaname = 'public' order by tablename`,
  );
  const digests: string[] = [];
  for (const { tablename } of tables) {
    const name = String(tablename);
    if (RESTLESS.has(name)) continue;
    const { rows } = await db.execute(
      sql`select md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as digest from ${sql.identifier(name)} t`,
    );
    digests.push(`${name} ${rows[0]?.digest}`);
  }
  const { rows: signedIn } = await db.execute(
    sql`select md5(coalesce(string_agg(id::text, '|' order by id), '')) as digest from sign_ins`,
  );
  const { rows: installed } = await db.execute(
    sql`select md5(coalesce(string_agg((to_jsonb(t) - 'erased_at')::text, '|'), '')) as digest from installation t`,
  );
  return [
    ...digests,
    `sign_ins ${signedIn[0]?.digest}`,
    `installation ${installed[0]?.digest}`,
  ].join("\n");
}
