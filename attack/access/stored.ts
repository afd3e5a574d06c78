import { sql } from "drizzle-orm";
import type { Db } from "@/server/db/client";

/** Moves by itself: who was seen when, and counts of people. */
const RESTLESS = new Set(["node_people", "sign_ins"]);

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
  return [...digests, `sign_ins ${signedIn[0]?.digest}`].join("\n");
}
