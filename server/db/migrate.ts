import { existsSync } from "node:fs";
import { join } from "node:path";
import { drizzle } from "drizzle-orm/node-postgres";
import { migrate } from "drizzle-orm/node-postgres/migrator";
import pg from "pg";
import { projectRoot } from "@/server/project-root";

/** Any fixed number: it only has to be the same on all nodes. */
const MIGRATION_LOCK = 4_715_201_123;

/** Brings the database to the newest schema. Nodes that start together wait for each other. */
export async function migrateDatabase(
  url: string,
  folder: string = join(projectRoot(), "server/db/migrations"),
): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: "aufwind-migrate" });
  await client.connect();
  try {
    // A checkout whose schema was not generated yet: the connection was tried all the same.
    if (!existsSync(join(folder, "meta/_journal.json"))) return;
    // Held by the connection: a node that dies here frees it.
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    await migrate(drizzle(client), { migrationsFolder: folder });
  } finally {
    await client.end();
  }
}
