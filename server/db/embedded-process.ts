import { type ChildProcess, execFileSync, spawn, spawnSync } from "node:child_process";
import {
  chownSync,
  closeSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { SystemUser } from "@/server/db/embedded-runtime";
import { StartRefused } from "@/server/start-refused";

export const SUPERUSER = "aufwind";

/** A checkpoint of a small database takes a moment; a stuck one is ended the hard way after this. */
const STOP_TIMEOUT_MS = 30_000;

/** An orphan's answer to a stop, and a process table's to a kill. */
const POLL_MS = 50;

/** What the child needs of our environment: nothing that carries a secret. */
function plainEnvironment(): NodeJS.ProcessEnv {
  return {
    NODE_ENV: "production",
    PATH: process.env.PATH ?? "/usr/bin:/bin",
    LC_ALL: "C",
    TZ: "UTC",
  };
}

/** A port which was free a moment ago; the caller copes with losing the race. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Creates the data directory `target` (the caller renames it when complete). */
export function initialise(options: {
  native: string;
  target: string;
  passwordFile: string;
  password: string;
  user: SystemUser | undefined;
  sync: boolean;
}): void {
  const { native, target, passwordFile, user } = options;
  writeFileSync(passwordFile, `${options.password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  try {
    const made = spawnSync(
      join(native, "bin/initdb"),
      [
        `--pgdata=${target}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--no-instructions",
        ...(options.sync ? [] : ["--no-sync"]),
      ],
      { ...user, cwd: "/", env: plainEnvironment(), encoding: "utf8" },
    );
    if (made.status !== 0) throw new StartRefused(explain(made.stderr || String(made.error)));
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

const hint = "Or use a Postgres of yours with DATABASE_URL.";

export const DISK_FULL = `The disk is full: Postgres needs room for its data. ${hint}`;

/** One line for the operator out of what Postgres printed. */
export function explain(output: string): string {
  if (/No space left on device/i.test(output)) {
    return DISK_FULL;
  }
  if (/Permission denied|has wrong ownership/i.test(output)) {
    return `The data directory belongs to somebody else: start as its owner, or set AUFWIND_DATA_DIR. ${hint}`;
  }
  const line = output
    .split("\n")
    .filter((one) => /FATAL|PANIC|error/i.test(one))
    .at(-1);
  return `The built-in Postgres did not start: ${(line ?? output.trim().split("\n").at(-1) ?? "").trim()} ${hint}`;
}

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  synchronous_commit: "on",
  full_page_writes: "on",
  // Recycled log segments keep erased text; errors print rows and statements.
  wal_recycle: "off",
  log_error_verbosity: "terse",
  log_min_error_statement: "panic",
  log_statement: "none",
  log_parameter_max_length: "0",
  log_parameter_max_length_on_error: "0",
  log_connections: "off",
  log_timezone: "UTC",
  timezone: "UTC",
  jit: "off",
  max_connections: "60",
};

/**
 * Starts the server in a process group of its own: Ctrl-C in the terminal must reach only the app,
 * which stops Postgres last. Its messages go to a file, so that it survives a killed app.
 */
export function spawnPostgres(options: {
  native: string;
  data: string;
  port: number;
  logFile: string;
  user: SystemUser | undefined;
  fsync: boolean;
}): ChildProcess {
  const settings = { ...SETTINGS, fsync: options.fsync ? "on" : "off" };
  const log = openSync(options.logFile, "w", 0o600);
  try {
    return spawn(
      join(options.native, "bin/postgres"),
      [
        "-D",
        options.data,
        "-p",
        String(options.port),
        ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
      ],
      {
        ...options.user,
        cwd: "/",
        env: plainEnvironment(),
        detached: true,
        stdio: ["ignore", log, log],
      },
    );
  } finally {
    closeSync(log);
  }
}

/** Process id in `postmaster.pid`, or undefined when there is none. */
export function recordedPid(data: string): number | undefined {
  try {
    const pid = Number.parseInt(readFileSync(join(data, "postmaster.pid"), "utf8"), 10);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Process ids are reused: only a command line that names these data is their server. */
export function servesData(pid: number, data: string): boolean {
  try {
    const command =
      process.platform === "linux"
        ? readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").join(" ")
        : execFileSync("ps", ["-p", String(pid), "-o", "command="], { encoding: "utf8" });
    return command.includes("postgres") && command.includes(data);
  } catch {
    return false;
  }
}

/**
 * Ends a server which an app that was killed left on these data, and clears a stale pid file. The
 * caller holds the lock of the installation, so no living app can be using it.
 */
export async function stopOrphan(data: string): Promise<"none" | "stale" | "stopped"> {
  const pid = recordedPid(data);
  if (pid === undefined) return "none";
  if (!isAlive(pid) || !servesData(pid, data)) {
    rmSync(join(data, "postmaster.pid"), { force: true });
    return "stale";
  }
  for (const signal of ["SIGINT", "SIGQUIT"] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has gone by itself, or it is not ours to stop.
      if (isAlive(pid)) {
        throw new StartRefused(
          `A Postgres of another user (process ${pid}) still uses ${data}: stop it first.`,
        );
      }
    }
    for (let waited = 0; waited < STOP_TIMEOUT_MS; waited += POLL_MS) {
      if (!isAlive(pid) || !servesData(pid, data)) return "stopped";
      await delay(POLL_MS);
    }
  }
  throw new StartRefused(`The Postgres of an earlier start (process ${pid}) does not stop.`);
}

/** Fast shutdown; after a while the immediate one, which loses nothing that was committed. */
export async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const hard = setTimeout(() => child.kill("SIGQUIT"), STOP_TIMEOUT_MS);
  child.kill("SIGINT");
  await gone;
  clearTimeout(hard);
}

/** A start that fails writes a few lines; what is longer is the log of a long run. */
const START_LOG_BYTES_MAX = 1_000_000;

/** What Postgres printed in this start; nothing where that can't be read. */
export function logTail(logFile: string): string {
  try {
    if (statSync(logFile).size > START_LOG_BYTES_MAX) return "";
    return readFileSync(logFile, "utf8");
  } catch {
    return "";
  }
}
