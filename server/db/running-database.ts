import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SUPERUSER } from "@/server/db/embedded-process";
import type { Env } from "@/server/env";
import { lockInstallation, type RunningApp } from "@/server/lock";

/** Of Postgres's own note about itself: the port stands in the fourth line. */
const PORT_LINE = 3;
const DATABASE = "aufwind";

/** The app that serves this installation; null when none does, or not yet. */
export async function runningApp(env: Env): Promise<RunningApp | null> {
  const lock = await lockInstallation(env.dataDir);
  if (!("url" in lock)) {
    lock.release();
    return null;
  }
  return lock.url === "" ? null : lock;
}

/** Connection string of the database that the running app uses; null when it has none. */
export function runningDatabase(env: Env): string | null {
  if (env.databaseUrl) return env.databaseUrl;
  const note = join(env.dataDir, "postgres-place");
  const data = existsSync(note) ? readFileSync(note, "utf8").trim() : join(env.dataDir, "postgres");
  const pidFile = join(data, "postmaster.pid");
  if (!existsSync(pidFile)) return null;
  const port = readFileSync(pidFile, "utf8").split("\n")[PORT_LINE]?.trim();
  const password = encodeURIComponent(env.databasePassword);
  return port ? `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/${DATABASE}` : null;
}
