import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { type EmbeddedPostgres, startEmbedded } from "@/server/db/embedded";
import { recordedPid } from "@/server/db/embedded-process";
import { projectRoot } from "@/server/project-root";
import { randomId } from "@/server/rooms/chance";
import { freePort } from "@/server/testing/free-port";
import { openForEverybody } from "@/server/testing/temporary-folder";

/** What is killed at once. */
export type Victim = "app" | "database" | "both";

const opened = z.object({
  ownerId: z.string(),
  cookie: z.nullable(z.string()),
  id: z.string(),
  stageKey: z.string(),
});

const memory = z.object({ rss: z.number() });

/** The product on this machine, as processes that can be killed. */
export interface Installation {
  /** Where each node listens; the same over all restarts. */
  readonly urls: readonly string[];
  databaseUrl(): string;
  /** Resolves when a node ends that nobody has killed. */
  readonly endedByItself: Promise<string>;
  /** Opens the session with this number, which decides its plan. */
  open(ownerId: string | null, session?: number): Promise<z.infer<typeof opened>>;
  /** Resident memory of the first node, bytes. */
  memory(): Promise<number>;
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
  acknowledgeEarly?: boolean;
  /** Positive control of the slow consumers: built without the limit on what waits for a client. */
  uncapped?: boolean;
}): Promise<Installation> {
  const folder = openForEverybody(mkdtempSync(join(tmpdir(), "aufwind-crash-")));
  const program = await bundle(options.uncapped ?? false);
  const shared: EmbeddedPostgres | null =
    options.nodes > 1
      ? await startEmbedded({ dataDir: folder, password: "only for tests", fsync: true })
      : null;
  const secret = randomId() + randomId();
  const ports = await Promise.all(Array.from({ length: options.nodes }, freePort));
  const running: (ChildProcess | undefined)[] = [];
  const expected = new Set<ChildProcess>();
  let tellEnded: (what: string) => void;
  const endedByItself = new Promise<string>((resolve) => {
    tellEnded = resolve;
  });

  const spawnNode = (node: number): ChildProcess => {
    const {
      DATABASE_URL: _,
      NEXTAUTH_SECRET: __,
      PUBLIC_URL: ___,
      NODE_ENV: ____,
      ...environment
    } = process.env;
    const child = spawn(
      process.execPath,
      [program, ...(options.acknowledgeEarly ? ["--acknowledge-early"] : [])],
      {
        cwd: projectRoot(),
        stdio: ["ignore", "ignore", "inherit", "ipc"],
        env: {
          ...environment,
          NODE_ENV: "test",
          PORT: String(ports[node]),
          HOST: "127.0.0.1",
          AUFWIND_DATA_DIR: folder,
          AUFWIND_LOG_LEVEL: "silent",
          ...(shared ? { DATABASE_URL: shared.url, NEXTAUTH_SECRET: secret } : {}),
        },
      },
    );
    child.once("exit", (code, signal) => {
      if (!expected.has(child)) tellEnded(`the app ended by itself: ${signal ?? code}`);
    });
    running[node] = child;
    return child;
  };

  const killNode = async (child: ChildProcess | undefined): Promise<void> => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    expected.add(child);
    child.kill("SIGKILL");
    await gone;
  };

  const start = async (node: number): Promise<void> => {
    const child = spawnNode(node);
    await new Promise<void>((resolve, reject) => {
      child.once("message", () => resolve());
      child.once("exit", (code) => reject(new Error(`The app ended while starting: ${code}`)));
    });
  };

  const ask = async (question: object): Promise<unknown> => {
    const child = running[0];
    if (!child) throw new Error("The first node does not run");
    const answer = once(child, "message");
    child.send(question);
    return (await answer)[0];
  };

  const data = join(folder, "postgres");
  for (let node = 0; node < options.nodes; node += 1) await start(node);

  return {
    urls: ports.map((port) => `http://127.0.0.1:${port}`),
    endedByItself,
    databaseUrl: () => shared?.url ?? embeddedUrl(folder, data),
    open: async (ownerId, session = 0) => opened.parse(await ask({ open: { ownerId, session } })),
    memory: async () => memory.parse(await ask({ memory: true })).rss,
    async kill(victim, node) {
      // All at the same instant: nobody may notice that the other one is gone.
      if (victim !== "app") killDatabase(data);
      if (victim !== "database") await killNode(running[node]);
    },
    start,
    async startAndKill(node, afterMs) {
      const child = spawnNode(node);
      await new Promise((resolve) => setTimeout(resolve, afterMs));
      await killNode(child);
    },
    async stop() {
      // Nothing of it is needed any more, so nobody waits for checkpoints.
      for (const child of running) await killNode(child);
      if (!shared) killDatabase(data);
      await shared?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Bundled once: a restart then takes as long as the product's own. */
async function bundle(uncapped: boolean): Promise<string> {
  const root = projectRoot();
  const outfile = join(root, `.cache/attack/${uncapped ? "uncapped-app" : "app"}.mjs`);
  await build({
    absWorkingDir: root,
    entryPoints: ["attack/crash/app.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
    plugins: uncapped ? [withoutCap] : [],
  });
  return outfile;
}

/** Takes the limit out of the bundle, so that the product itself needs no switch for it. */
const withoutCap: Plugin = {
  name: "without-cap",
  setup({ onLoad }) {
    onLoad({ filter: /server[\\/]buffered-bytes\.ts$/ }, ({ path }) => {
      const source = readFileSync(path, "utf8");
      const contents = source.replace(
        /BUFFERED_BYTES_MAX = [^;]+;/,
        "BUFFERED_BYTES_MAX = Infinity;",
      );
      if (contents === source) throw new Error("The limit was not found");
      return { contents, loader: "ts" };
    });
  },
};

/** SIGKILL to the postmaster and everything it started, so that nobody writes on. */
function killDatabase(data: string): void {
  const postmaster = recordedPid(data);
  // Process ids are used again: the file may name somebody else by now.
  if (postmaster === undefined || !commandOf(postmaster).includes(data)) return;
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It went by itself.
    }
  }
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}

function childrenOf(parent: number): number[] {
  return readdirSync("/proc").flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      // The command's name, in parentheses, may hold spaces; the parent comes after the state.
      const [, ppid] = readFileSync(`/proc/${name}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
      return Number(ppid) === parent ? [Number(name)] : [];
    } catch {
      return [];
    }
  });
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
