import type { ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import pg from "pg";
import {
  DISK_FULL,
  explain,
  freePort,
  initialise,
  logTail,
  SUPERUSER,
  spawnPostgres,
  stopOrphan,
  stopProcess,
} from "@/server/db/embedded-process";
import {
  canEnter,
  canRun,
  completeRuntime,
  copyRuntime,
  findRuntime,
  NOBODY,
  ownerOf,
  refuseUnusableRuntime,
  type SystemUser,
} from "@/server/db/embedded-runtime";
import { elapsed } from "@/server/elapsed";
import { StartRefused } from "@/server/start-refused";

const DATABASE = "aufwind";

/** Recovery after a crash reads at most a gigabyte of log; a slow disk needs this long. */
const READY_TIMEOUT_MS = 120_000;

const READY_POLL_MS = 40;

/** After a crash its children may hold the shared memory for a moment: so many tries, then give up. */
const RESTART_TRIES = 8;
const RESTART_WAIT_MS = 250;

/** Crashing this often within a minute means that a restart doesn't help. */
const CRASHES_MAX = 10;
const CRASH_WINDOW_MS = 60_000;

/** Another process may take the free port before Postgres does. */
const PORT_TRIES = 3;

export interface EmbeddedOptions {
  dataDir: string;
  password: string;
  /** Off only for databases of tests. */
  fsync?: boolean;
  /** Where root keeps runtime and data that `nobody` could not reach in the project. */
  systemDir?: string;
  /** The folder with `bin`, `lib`, `share`; the installed package unless a test says otherwise. */
  runtime?: string;
  say?: (line: string) => void;
  /** Called when it died and can't be brought back. */
  onLost?: (why: string) => void;
}

export interface EmbeddedPostgres {
  url: string;
  /** The data directory in use. */
  data: string;
  /** The process now running; changes after a restart. */
  pid(): number | undefined;
  stop(): Promise<void>;
}

interface Place {
  native: string;
  data: string;
  /** Undefined: ourselves. */
  user: SystemUser | undefined;
}

/** Decides as whom and where Postgres runs; see the table in docs/operating.md. */
function choosePlace(options: EmbeddedOptions): Place {
  const native = findRuntime(options.runtime);
  const data = join(options.dataDir, "postgres");
  mkdirSync(options.dataDir, { recursive: true });
  completeRuntime(native);
  // Made for another C library: copying it to another place would not help.
  refuseUnusableRuntime(native, undefined);
  if (process.getuid?.() !== 0) {
    return { native, data, user: undefined };
  }
  // Where the data went is written down, so that a moved clone finds them again.
  const note = join(options.dataDir, "postgres-place");
  const noted = existsSync(note) ? readFileSync(note, "utf8").trim() : undefined;
  const home = noted ? dirname(noted) : options.dataDir;
  const owner = ownerOf(noted ?? data);
  const user = owner && owner.uid !== 0 ? owner : NOBODY;
  if (!noted && canEnter(home, user)) {
    if (canRun(native, user)) return { native, data, user };
    const copied = copyRuntime(native, options.systemDir ?? "/var/lib/aufwind");
    refuseUnusableRuntime(copied, user);
    return { native: copied, data, user };
  }
  const systemDir = options.systemDir ?? "/var/lib/aufwind";
  const copied = copyRuntime(native, systemDir);
  refuseUnusableRuntime(copied, user);
  if (noted) {
    mkdirSync(home, { recursive: true });
    return { native: copied, data: noted, user };
  }
  const name = createHash("sha256").update(options.dataDir).digest("hex").slice(0, 16);
  const place = join(systemDir, name, "postgres");
  mkdirSync(dirname(place), { recursive: true });
  chmodSync(dirname(place), 0o711);
  if (existsSync(data)) {
    throw new StartRefused(
      `${data} can't be reached by the user that Postgres runs as: open the folders above it.`,
    );
  }
  writeFileSync(note, `${place}\n`);
  options.say?.(
    `This folder is closed to other users, so the data of Postgres are kept in ${dirname(place)}.`,
  );
  return { native: copied, data: place, user };
}

/**
 * A new database takes 40 MB and its first log segment 16 MB. Asked before, because what initdb says
 * on a full disk does not always mention it.
 */
const ROOM_FOR_NEW_DATA = 64 * 1024 * 1024;

/** initdb works in a folder of its own: an interrupted first start leaves no half database. */
function createData(place: Place, options: EmbeddedOptions): void {
  if (existsSync(join(place.data, "PG_VERSION"))) return;
  const { bavail, bsize } = statfsSync(dirname(place.data));
  if (bavail * bsize < ROOM_FOR_NEW_DATA) throw new StartRefused(DISK_FULL);
  const unfinished = `${place.data}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  if (place.user) chownSync(unfinished, place.user.uid, place.user.gid);
  initialise({
    native: place.native,
    target: unfinished,
    passwordFile: `${place.data}.first-password`,
    password: options.password,
    user: place.user,
    sync: options.fsync !== false,
  });
  renameSync(unfinished, place.data);
}

type Attempt = { state: "ready" } | { state: "exited" } | { state: "timeout" };

/** Waits until it answers a login with our password, or has gone. */
async function whenReady(child: ChildProcess, url: string): Promise<Attempt> {
  const giveUpAt = elapsed() + READY_TIMEOUT_MS;
  // A child that could not be spawned at all has no process id, and `error` carries no more than that.
  while (elapsed() < giveUpAt) {
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
      return { state: "exited" };
    }
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
    client.on("error", () => {});
    try {
      await client.connect();
      await client.end();
      return { state: "ready" };
    } catch (error) {
      await client.end().catch(() => {});
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (code === "28P01") {
        throw new StartRefused(
          "The password in secrets.json does not open the database beside it: restore both together.",
        );
      }
    }
    await delay(READY_POLL_MS);
  }
  return { state: "timeout" };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** Tries again where another program was faster to take the port that was free. */
async function onFreePort(
  launch: (port: number) => Promise<ChildProcess>,
  logFile: string,
): Promise<{ port: number; child: ChildProcess }> {
  for (let tries = 1; ; tries += 1) {
    const port = await freePort();
    try {
      return { port, child: await launch(port) };
    } catch (error) {
      const portTaken = /could not bind|could not create any TCP/i.test(logTail(logFile));
      if (!portTaken || tries === PORT_TRIES) throw error;
    }
  }
}

/**
 * Runs the Postgres that comes with the app, and keeps it running until `stop`. The caller holds the
 * lock of the installation. Throws `StartRefused` with one line when it can't.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = choosePlace(options);
  const fsync = options.fsync !== false;
  const logFile = join(options.dataDir, "postgres.log");
  if ((await stopOrphan(place.data)) === "stopped") {
    options.say?.("Stopped the Postgres which an earlier start had left running.");
  }
  createData(place, options);

  const urlOf = (port: number, database: string) =>
    `postgres://${SUPERUSER}:${encodeURIComponent(options.password)}@127.0.0.1:${port}/${database}`;

  const launch = async (port: number): Promise<ChildProcess> => {
    const child = spawnPostgres({ ...place, port, logFile, fsync });
    child.on("error", () => {});
    let state: Attempt["state"];
    try {
      ({ state } = await whenReady(child, urlOf(port, "postgres")));
    } catch (error) {
      await stopProcess(child);
      throw error;
    }
    if (state === "ready") return child;
    if (state === "timeout") await stopProcess(child);
    throw new StartRefused(explain(logTail(logFile)));
  };

  const { port, child: first } = await onFreePort(launch, logFile);
  let child = first;
  // A process that exits the hard way still ends its database, which loses nothing by it.
  const onExit = (): void => {
    child.kill("SIGINT");
  };
  process.once("exit", onExit);
  try {
    await createDatabase(urlOf(port, "postgres"));
  } catch (error) {
    process.off("exit", onExit);
    await stopProcess(child);
    throw error;
  }

  let stopping = false;
  let restarting: Promise<void> = Promise.resolve();
  const crashes: number[] = [];

  const bringBack = async (): Promise<void> => {
    for (let tries = 1; !stopping; tries += 1) {
      try {
        // The same port, so that the pool finds it again.
        const next = await launch(port);
        child = next;
        watch(next);
        if (stopping) await stopProcess(next);
        return;
      } catch (error) {
        if (tries === RESTART_TRIES) {
          options.onLost?.(error instanceof Error ? error.message : String(error));
          return;
        }
        await delay(RESTART_WAIT_MS * tries);
      }
    }
  };

  const watch = (watched: ChildProcess): void => {
    const ended = (): void => {
      if (stopping || child !== watched) return;
      const now = elapsed();
      crashes.push(now);
      while (crashes[0] !== undefined && crashes[0] < now - CRASH_WINDOW_MS) crashes.shift();
      if (crashes.length > CRASHES_MAX) {
        options.onLost?.("The built-in Postgres keeps ending.");
        return;
      }
      options.say?.("The built-in Postgres ended unexpectedly; it is being restarted.");
      restarting = bringBack();
    };
    if (watched.exitCode !== null || watched.signalCode !== null) ended();
    else watched.once("exit", ended);
  };
  watch(child);

  return {
    url: urlOf(port, DATABASE),
    data: place.data,
    pid: () => child.pid,
    async stop() {
      stopping = true;
      process.off("exit", onExit);
      await stopProcess(child);
      await restarting;
    },
  };
}
