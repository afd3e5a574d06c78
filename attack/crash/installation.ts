import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import { type AttackedNode, spawnNode, startAttackedNode } from "@/attack/attacked-node";
import { type EmbeddedPostgres, startEmbedded } from "@/server/db/embedded";
import { recordedPid, servesData } from "@/server/db/embedded-process";
import { randomId } from "@/server/rooms/chance";
import { freePort } from "@/server/testing/free-port";
import { openForEverybody } from "@/server/testing/temporary-folder";

/** What is killed at once. */
export type Victim = "app" | "database" | "both";

/** Each cycle waits until all screens are equal; the product's five seconds would be most of it. */
const PEOPLE_EVERY_MS = 500;

/** The product on this machine, as processes that can be killed. */
export interface Installation {
  /** Where each node listens; the same over all restarts. */
  readonly urls: readonly string[];
  databaseUrl(): string;
  /** Resolves when a node ends that nobody has killed. */
  readonly endedByItself: Promise<string>;
  first(): AttackedNode;
  /** SIGKILL, to one node or the database with all its processes. Returns once they are gone. */
  kill(victim: Victim, node: number): Promise<void>;
  /** Starts what was killed and isn't brought back by the app itself. */
  start(node: number): Promise<void>;
  /** Starts it and kills it again at some point of its start. */
  startAndKill(node: number, afterMs: number): Promise<void>;
  stop(): Promise<void>;
}

/**
 * One node with the built-in Postgres (`nodes` 1), or several on one database that the suite runs.
 * Postgres syncs to disk, as it does for everybody.
 */
export async function install(options: {
  nodes: number;
  acknowledgesEarly?: boolean;
  uncapped?: boolean;
  /** Lifts the limit of a socket (P34). */
  framesPerSecond?: number;
  /** Further hosts that it answers, with their ports: what stands between it and its clients. */
  hosts?: readonly string[];
}): Promise<Installation> {
  const { nodes, acknowledgesEarly, uncapped, framesPerSecond, hosts = [] } = options;
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-crash-")));
  const data = join(folder, "postgres");
  const shared: EmbeddedPostgres | null =
    nodes > 1
      ? await startEmbedded({ dataDir: folder, password: "only for tests", fsync: true })
      : null;
  if (!shared) copyFolder(await startedBefore(), folder);
  const secret = randomId() + randomId();
  const ports = await Promise.all(Array.from({ length: nodes }, freePort));
  const running: AttackedNode[] = [];
  const { promise: endedByItself, resolve: tellEnded } = promised<string>();

  const spawnAt = (node: number) =>
    spawnNode(
      {
        environment: {
          NODE_ENV: "test",
          PORT: String(ports[node]),
          AUFWIND_DATA_DIR: folder,
          AUFWIND_LOG_LEVEL: "silent",
          AUFWIND_ALLOWED_HOSTS: hosts.join(","),
          ...(shared ? { DATABASE_URL: shared.url, NEXTAUTH_SECRET: secret } : {}),
        },
        uncapped,
        onEnd: (why) => tellEnded(`the app ended by itself: ${why}`),
      },
      { survives: false, peopleEveryMs: PEOPLE_EVERY_MS, acknowledgesEarly, framesPerSecond },
    );
  const start = async (node: number): Promise<void> => {
    running[node] = await (await spawnAt(node)).listening;
  };
  for (let node = 0; node < nodes; node += 1) await start(node);

  return {
    urls: running.map(({ url }) => url),
    endedByItself,
    databaseUrl: () => shared?.url ?? embeddedUrl(folder, data),
    first() {
      const [first] = running;
      if (!first) throw new Error("The first node does not run");
      return first;
    },
    async kill(victim, node) {
      // All at the same instant: nobody may notice that the other one is gone.
      if (victim !== "app") killDatabase(data);
      if (victim !== "database") await running[node]?.kill();
    },
    start,
    async startAndKill(node, afterMs) {
      const starting = await spawnAt(node);
      await delay(afterMs);
      await starting.kill();
    },
    async stop() {
      // Nothing of it is needed any more, so nobody waits for checkpoints.
      for (const node of running) await node.kill();
      if (!shared) killDatabase(data);
      await shared?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let before: Promise<string> | undefined;

/** A data folder as the first start of an installation leaves it: made once in a process, since that takes most of a start. */
function startedBefore(): Promise<string> {
  before ??= startOnce();
  return before;
}

async function startOnce(): Promise<string> {
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-crash-")));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const environment = { NODE_ENV: "test", AUFWIND_DATA_DIR: folder, AUFWIND_LOG_LEVEL: "silent" };
  const node = await startAttackedNode({ environment });
  await node.stop();
  return folder;
}

/** With owners: as root Postgres runs as somebody else. */
const copyFolder = (from: string, to: string) =>
  execFileSync("cp", ["-a", join(from, "."), to], { stdio: "inherit" });

function promised<T>() {
  let resolve: (value: T) => void = () => {};
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** SIGKILL to the postmaster and everything it started, so that nobody writes on. */
function killDatabase(data: string): void {
  const postmaster = recordedPid(data);
  // Process ids are used again: the file may name somebody else by now.
  if (postmaster === undefined || !servesData(postmaster, data)) return;
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, "utf8");
  for (const pid of [postmaster, ...children.trim().split(" ").map(Number)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went by itself.
    }
  }
}

const secrets = z.object({ databasePassword: z.string() });

/** Where the app's own Postgres listens: port 4th line of its pid file, password beside it. */
function embeddedUrl(folder: string, data: string): string {
  const { databasePassword } = secrets.parse(
    JSON.parse(readFileSync(join(folder, "secrets.json"), "utf8")),
  );
  const port = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[3];
  return `postgres://aufwind:${encodeURIComponent(databasePassword)}@127.0.0.1:${port}/aufwind`;
}
