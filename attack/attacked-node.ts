import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build, type Plugin } from "esbuild";
import * as z from "zod";
import { projectRoot } from "@/server/project-root";

/** A node that has not stopped by then is ended. */
const STOP_TIMEOUT_MS = 10_000;

/** How the attacked node differs from the product. */
export const nodeOptions = z.object({
  /** Needs a build. */
  pages: z.boolean().default(false),
  /** Lifts the limit of a socket (P34). */
  framesPerSecond: z.number().optional(),
  /** Counts people faster, so that a walk through a workshop needn't wait for it. */
  peopleEveryMs: z.number().optional(),
  /** Lets nobody wait for the next password (decision 0032). */
  passwordsPaced: z.boolean().default(true),
  joinCodes: z.object({ wrongPerMinute: z.number(), answerMs: z.number() }).optional(),
  /** What nobody caught ends the product; here it is counted, and the node goes on. */
  survives: z.boolean().default(true),
  /** Positive control of the crashes: says "committed" before it is. */
  acknowledgesEarly: z.boolean().default(false),
});

const openedSession = z.object({
  ownerId: z.string(),
  cookie: z.nullable(z.string()),
  id: z.string(),
  stageKey: z.string(),
});
export type OpenedSession = z.infer<typeof openedSession>;

const started = z.object({ port: z.number() });
const health = z.object({ cpuMs: z.number(), uncaught: z.array(z.string()), rss: z.number() });

/** A node in a process of its own, watched from outside. */
export interface AttackedNode {
  readonly url: string;
  /** CPU time of the process so far, ms; bytes in memory; what nobody caught. */
  health(): Promise<z.infer<typeof health>>;
  /**
   * Opens the session with this number, which decides its plan, of a facilitator who is made where none is
   * named: their cookie comes over HTTP otherwise.
   */
  open(ownerId: string | null, session: number): Promise<OpenedSession>;
  /** Lines of its log, warnings and worse, and of its stderr. */
  readonly complaints: readonly string[];
  readonly alive: boolean;
  stop(): Promise<void>;
  /** SIGKILL. Returns once it is gone. */
  kill(): Promise<void>;
}

/** Where and how it runs. */
export interface NodePlace {
  /** Settings as an operator makes them: a database that is there, and its secret, else its own. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Positive control of the slow consumers: built without the limit on what waits for a client. */
  uncapped?: boolean;
  /** Told when it ends although nobody has ended it. */
  onEnd?: (why: string) => void;
}

/** Settings of whoever runs the suites are not those of the node. */
const OWN_SETTINGS = ["DATABASE_URL", "NEXTAUTH_SECRET", "PUBLIC_URL", "NODE_ENV"];

/** Starts a process; `listening` is the node, once it listens. */
export async function spawnNode(
  { environment, uncapped = false, onEnd }: NodePlace,
  options: z.input<typeof nodeOptions>,
): Promise<{ kill(): Promise<void>; listening: Promise<AttackedNode> }> {
  const program = await bundle(uncapped);
  const folder = mkdtempSync(join(tmpdir(), "aufwind-attacked-"));
  const own = Object.entries(process.env).filter(([name]) => !OWN_SETTINGS.includes(name));
  const child = spawn(process.execPath, [program], {
    cwd: projectRoot(),
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    env: {
      ...Object.fromEntries(own),
      ...{ NODE_ENV: "production", HOST: "127.0.0.1", PORT: "0", AUFWIND_LOG_LEVEL: "warn" },
      ...{ AUFWIND_DATA_DIR: folder, ATTACK_OPTIONS: JSON.stringify(options) },
      ...environment,
    },
  });
  const complaints: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      const lines = chunk.toString("utf8").split("\n");
      // Next tells what it has done, with a tick in front.
      complaints.push(...lines.filter((line) => line !== "" && !line.startsWith("✓")));
    });
  }
  let isEnded = false;
  const gone = once(child, "exit").then(([code, signal]) => {
    rmSync(folder, { recursive: true, force: true });
    const why = `${signal ?? code} ${complaints.join("\n")}`;
    if (!isEnded) onEnd?.(why);
    return why;
  });
  /** The child's next message; rejects with what it complained about when it ends instead. */
  const answer = async (): Promise<unknown> => {
    const ended = gone.then((why) => {
      throw new Error(`The attacked node is gone: ${why}`);
    });
    return (await Promise.race([once(child, "message"), ended]))[0];
  };
  const ask = (question: object): Promise<unknown> => {
    const answered = answer();
    child.send(question);
    return answered;
  };
  const kill = async (): Promise<void> => {
    isEnded = true;
    child.kill("SIGKILL");
    await gone;
  };
  const listening = answer().then(
    (message): AttackedNode => ({
      url: `http://127.0.0.1:${started.parse(message).port}`,
      complaints,
      health: async () => health.parse(await ask({ health: true })),
      open: async (ownerId, session) =>
        openedSession.parse(await ask({ open: { ownerId, session } })),
      get alive() {
        return child.exitCode === null && child.signalCode === null;
      },
      async stop() {
        isEnded = true;
        const hard = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
        if (child.connected) child.disconnect();
        await gone;
        clearTimeout(hard);
      },
      kill,
    }),
  );
  // Whoever kills it while it starts does not wait for it.
  listening.catch(() => undefined);
  return { kill, listening };
}

/** Starts one and waits until it listens. */
export async function startAttackedNode(
  place: NodePlace,
  options: z.input<typeof nodeOptions> = {},
): Promise<AttackedNode> {
  return (await spawnNode(place, options)).listening;
}

const bundles = new Map<boolean, Promise<string>>();

/** Bundled once: a start then takes as long as the product's own. */
function bundle(uncapped: boolean): Promise<string> {
  const known = bundles.get(uncapped) ?? makeBundle(uncapped);
  bundles.set(uncapped, known);
  return known;
}

async function makeBundle(uncapped: boolean): Promise<string> {
  const program = join(projectRoot(), `.cache/attack/${uncapped ? "uncapped-" : ""}node.mjs`);
  // Others that run beside this one must not read half of it.
  const outfile = `${program}.${process.pid}`;
  await build({
    absWorkingDir: projectRoot(),
    entryPoints: ["attack/node-process.ts"],
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
  renameSync(outfile, program);
  return program;
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
