import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { type EmbeddedOptions, type EmbeddedPostgres, startEmbedded } from "@/server/db/embedded";
import { NOBODY } from "@/server/db/embedded-runtime";
import { projectRoot } from "@/server/project-root";
import { StartRefused } from "@/server/start-refused";

const isRoot = process.getuid?.() === 0;
const password = "only for this test";

let folder: string;
let dataDir: string;
let running: EmbeddedPostgres[] = [];
let programs: ChildProcess[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "aufwind-embedded-"));
  chmodSync(folder, 0o755);
  dataDir = join(folder, "data");
});

afterEach(async () => {
  for (const one of running) await one.stop();
  for (const program of programs) program.kill("SIGKILL");
  running = [];
  programs = [];
  rmSync(folder, { recursive: true, force: true });
});

async function start(options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> {
  const postgres = await startEmbedded({ dataDir, password, fsync: false, ...options });
  running.push(postgres);
  return postgres;
}

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

/** A process that runs a database until it is killed or its input ends. */
async function startProgram(user?: { uid: number; gid: number }) {
  const program = spawn(
    process.execPath,
    [
      "--import",
      "tsx",
      join(projectRoot(), "server/testing/embedded-program.ts"),
      JSON.stringify({ dataDir, password, fsync: false }),
    ],
    { ...user, cwd: projectRoot(), stdio: ["pipe", "pipe", "inherit"] },
  );
  programs.push(program);
  const line = await new Promise<string>((resolve, reject) => {
    let text = "";
    program.stdout?.on("data", (chunk: Buffer) => {
      text += chunk.toString("utf8");
      if (text.includes("\n")) resolve(text);
    });
    program.once("exit", () => reject(new Error("the program ended")));
  });
  const { url, pid } = JSON.parse(line) as { url: string; pid: number };
  return { program, url, pid };
}

const exited = (program: ChildProcess) =>
  new Promise<void>((resolve) => program.once("exit", () => resolve()));

test("commits durably, logs no content, answers on loopback only and asks for the password", async () => {
  const postgres = await start({ fsync: undefined });
  const rows = await query(
    postgres.url,
    `select name, setting from pg_settings where name in ('fsync', 'synchronous_commit',
       'full_page_writes', 'wal_recycle', 'log_error_verbosity', 'log_min_error_statement',
       'listen_addresses', 'unix_socket_directories', 'log_parameter_max_length_on_error')`,
  );
  expect(Object.fromEntries(rows.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: "on",
    synchronous_commit: "on",
    full_page_writes: "on",
    wal_recycle: "off",
    log_error_verbosity: "terse",
    log_min_error_statement: "panic",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    log_parameter_max_length_on_error: "0",
  });
  const stranger = new URL(postgres.url);
  stranger.password = "guessed";
  await expect(query(stranger.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
});

test("keeps its data over a stop", async () => {
  const first = await start();
  await query(first.url, "create table kept as select 7 as value");
  await first.stop();
  const second = await start();
  expect(await query(second.url, "select value from kept")).toEqual([{ value: 7 }]);
});

test("stops the server that a killed app has left, and goes on with its data", async () => {
  const { program, url, pid } = await startProgram();
  await query(url, "create table kept as select 7 as value");
  const gone = exited(program);
  program.kill("SIGKILL");
  await gone;
  expect(() => process.kill(pid, 0)).not.toThrow();

  const said: string[] = [];
  const postgres = await start({ say: (line) => said.push(line) });
  await expect(query(url, "select 1")).rejects.toThrow();
  expect(said).toHaveLength(1);
  expect(await query(postgres.url, "select value from kept")).toEqual([{ value: 7 }]);
});

test("starts over a pid file whose process is somebody else by now", async () => {
  const first = await start();
  await first.stop();
  writeFileSync(join(first.data, "postmaster.pid"), `${process.pid}\n${first.data}\n`);
  const second = await start();
  expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("is back at the same address after it died, with all that was committed", async () => {
  const lost = vi.fn();
  const postgres = await start({ onLost: lost });
  await query(postgres.url, "create table kept as select 7 as value");
  const died = postgres.pid() ?? 0;
  process.kill(died, "SIGKILL");
  await vi.waitFor(
    async () => {
      expect(await query(postgres.url, "select value from kept")).toEqual([{ value: 7 }]);
    },
    { timeout: 15_000, interval: 50 },
  );
  await vi.waitFor(() => expect(postgres.pid()).not.toBe(died));
  expect(lost).not.toHaveBeenCalled();
});

test("refuses in one line when the password does not fit the data", async () => {
  await (await start()).stop();
  const refusal = await start({ password: "restored from elsewhere" }).catch((error) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(refusal.message).not.toContain("\n");
});

test("refuses in one line, naming DATABASE_URL, when there is no binary for this system", async () => {
  const refusal = await start({ runtime: join(folder, "nowhere") }).catch((error) => error);
  expect(refusal).toBeInstanceOf(StartRefused);
  expect(refusal.message).toMatch(/^[^\n]*DATABASE_URL[^\n]*$/);
});

describe.runIf(isRoot)("started by root", () => {
  test("runs as nobody, who owns the data", async () => {
    const postgres = await start();
    expect(statSync(postgres.data).uid).toBe(NOBODY.uid);
    expect(statSync(`/proc/${postgres.pid()}`).uid).toBe(NOBODY.uid);
    expect(postgres.data).toBe(join(dataDir, "postgres"));
  });

  test("moves runtime and data out of a home that is closed to others, and says so once", async () => {
    const home = join(folder, "home");
    mkdirSync(home, { mode: 0o700 });
    const said: string[] = [];
    const options = {
      dataDir: join(home, "clone/.data"),
      systemDir: join(folder, "system"),
      say: (line: string) => said.push(line),
    };
    const first = await start(options);
    await query(first.url, "create table kept as select 7 as value");
    expect(first.data.startsWith(join(folder, "system"))).toBe(true);
    await first.stop();
    const second = await start(options);
    expect(await query(second.url, "select value from kept")).toEqual([{ value: 7 }]);
    expect(said).toHaveLength(1);
  });

  test("leaves data of an ordinary user to that user", async () => {
    const user = { uid: NOBODY.uid, gid: NOBODY.gid };
    mkdirSync(dataDir);
    chownSync(dataDir, user.uid, user.gid);
    const { program, url } = await startProgram(user);
    await query(url, "create table kept as select 7 as value");
    const gone = exited(program);
    program.stdin?.end();
    await gone;
    const postgres = await start();
    expect(statSync(postgres.data).uid).toBe(user.uid);
    expect(await query(postgres.url, "select value from kept")).toEqual([{ value: 7 }]);
  });
});
