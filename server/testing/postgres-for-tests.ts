import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbedded } from "@/server/db/embedded";
import { migrateDatabase } from "@/server/db/migrate";
import { openForEverybody } from "@/server/testing/temporary-folder";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the migrated database that test databases are copied from. */
    templateUrl: string;
  }
}

/** A migrated Postgres of its own, without fsync, in a temporary folder that `stop` deletes. */
export async function startTestPostgres(): Promise<{
  url: string;
  /** Its data directory, and the file that it logs to. */
  data: string;
  log: string;
  stop(): Promise<void>;
}> {
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-test-")));
  const postgres = await startEmbedded({
    dataDir: folder,
    password: "only for tests",
    fsync: false,
    systemDir: join(folder, "system"),
  });
  await migrateDatabase(postgres.url);
  return {
    url: postgres.url,
    data: postgres.data,
    log: join(folder, "postgres.log"),
    async stop() {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs once per `vitest` run: one Postgres, migrated once. */
export default async function postgresForTests(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres();
  project.provide("templateUrl", postgres.url);
  return () => postgres.stop();
}
