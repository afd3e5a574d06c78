import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";

/** The number of a table's or an index's file, whatever its part: `16384`, `16384.1`, `16384_fsm`. */
const RELATION_FILE = /^(\d+)(?:_(?:fsm|vm|init))?(?:\.\d+)?$/;

/**
 * Deletes files that belong to no table any more. A Postgres that was killed while it rewrote a table
 * leaves the unfinished copy behind, and nothing in Postgres ever removes it: what people wrote would
 * outlive every later pass. Call it after a checkpoint, while nobody makes or drops tables.
 */
export async function removeOrphans(client: pg.Client, data: string): Promise<void> {
  const { rows: databases } = await client.query<{ oid: string }>(
    "select oid::text from pg_database where datname = current_database()",
  );
  const folder = join(data, "base", databases[0]?.oid ?? "");
  // Before the question: a table that is made in between has its file and is known.
  const files = readdirSync(folder);
  const { rows } = await client.query<{ node: string | null }>(
    "select pg_relation_filenode(oid)::text as node from pg_class",
  );
  const known = new Set(rows.map(({ node }) => node));
  for (const file of files) {
    const node = RELATION_FILE.exec(file)?.[1];
    if (node !== undefined && !known.has(node)) rmSync(join(folder, file), { force: true });
  }
}
