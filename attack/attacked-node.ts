import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import * as z from "zod";

const PROGRAM = fileURLToPath(new URL("node-process.ts", import.meta.url));

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
  joinCodes: z.object({ wrongPerMinute: z.number(), answerMs: z.number() }).optional(),
});

const started = z.object({ port: z.number() });
const health = z.object({ cpuMs: z.number(), uncaught: z.array(z.string()), rss: z.number() });

/** A node in a process of its own, watched from outside. */
export interface AttackedNode {
  url: string;
  /** CPU time of the process so far, ms; bytes in memory; what nobody caught. */
  health(): Promise<z.infer<typeof health>>;
  /** Lines of its log, warnings and worse, and of its stderr. */
  readonly complaints: readonly string[];
  readonly alive: boolean;
  stop(): Promise<void>;
}

/** Starts it on a database that is there. */
export async function startAttackedNode({
  databaseUrl,
  secret,
  environment = {},
  ...options
}: z.input<typeof nodeOptions> & {
  databaseUrl: string;
  secret: string;
  /** Further settings, as an operator makes them. */
  environment?: Readonly<Record<string, string>>;
}): Promise<AttackedNode> {
  const complaints: string[] = [];
  const child = fork(PROGRAM, {
    execArgv: ["--import", "tsx"],
    env: {
      ...process.env,
      PORT: "0",
      ...environment,
      DATABASE_URL: databaseUrl,
      NEXTAUTH_SECRET: secret,
      ATTACK_OPTIONS: JSON.stringify(options),
      NODE_ENV: "production",
    },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      const lines = chunk.toString("utf8").split("\n");
      // Next tells what it has done, with a tick in front.
      complaints.push(...lines.filter((line) => line !== "" && !line.startsWith("✓")));
    });
  }
  const gone = once(child, "exit");
  const { port } = started.parse(await answerOf(child, gone, complaints));
  return {
    url: `http://127.0.0.1:${port}`,
    complaints,
    async health() {
      const answer = answerOf(child, gone, complaints);
      child.send("health");
      return health.parse(await answer);
    },
    get alive() {
      return child.exitCode === null && child.signalCode === null;
    },
    async stop() {
      const hard = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
      if (child.connected) child.disconnect();
      await gone;
      clearTimeout(hard);
    },
  };
}

/** The child's next message; rejects with what it complained about when it ends instead. */
async function answerOf(
  child: ChildProcess,
  gone: Promise<unknown>,
  complaints: readonly string[],
): Promise<unknown> {
  const ended = gone.then(() => {
    throw new Error(`The attacked node is gone: ${complaints.join("\n")}`);
  });
  const [message] = await Promise.race([once(child, "message"), ended]);
  return message;
}
