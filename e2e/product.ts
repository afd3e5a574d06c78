import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { freePort } from "@/server/testing/free-port";

/** Creating a database, migrating and starting; three seconds when nothing else runs. */
const READY_TIMEOUT_MS = 60_000;

/** A graceful stop ends with a checkpoint. */
const STOP_TIMEOUT_MS = 45_000;

/** A process table needs a moment after a signal. */
const POLL_MS = 50;

/** The last line of the welcome. */
const READY = "Ctrl-C stops it.";

const root = new URL("..", import.meta.url).pathname;

/** The product as operators run it: the built server with an embedded Postgres of its own. */
export interface Product {
  /** Where facilitators and, in most tests, participants go; survives restarts. */
  baseURL: string;
  /**
   * The same server under the name by which Next finds itself, as over a public address: after an
   * action its pages then follow each other within one document.
   */
  localURL: string;
  /** The same server under a host name that is no secure context for the browser. */
  insecureURL: string;
  /** What the terminal printed for the first account. */
  setupLink: string;
  /** The folder with database and secrets. */
  dataDir: string;
  /** Everything printed since the first start. */
  output(): string;
  /** Ends the app the hard way; its Postgres goes on, as in real life. */
  kill9(): Promise<void>;
  /**
   * What Ctrl-C sends, as often as it reaches the server (terminal, npm and start.mjs each pass it
   * on); resolves with the exit code.
   */
  interrupt(times: number): Promise<number | null>;
  /** Process ids that have to be gone after a stop: the server's and its Postgres's. */
  processIds(): number[];
  /** Starts it again on the same data and port, stopping it gracefully first if it still runs. */
  restart(): Promise<void>;
  /** Stops it and deletes its data. */
  remove(): Promise<void>;
}

function exited(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

async function end(child: ChildProcess, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
  if (exited(child)) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const hard = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  child.kill(signal);
  await gone;
  clearTimeout(hard);
}

/** Postgres's own note of its process id; there while it runs. */
function postgresPidFile(dataDir: string): string {
  const note = join(dataDir, "postgres-place");
  const data = existsSync(note) ? readFileSync(note, "utf8").trim() : join(dataDir, "postgres");
  return join(data, "postmaster.pid");
}

/** Ends the Postgres that a killed and never restarted app has left. */
async function endOrphan(dataDir: string): Promise<void> {
  const pidFile = postgresPidFile(dataDir);
  if (!existsSync(pidFile)) return;
  try {
    process.kill(Number.parseInt(readFileSync(pidFile, "utf8"), 10), "SIGINT");
  } catch {
    return;
  }
  for (let waited = 0; existsSync(pidFile) && waited < STOP_TIMEOUT_MS; waited += POLL_MS) {
    await delay(POLL_MS);
  }
}

/**
 * Starts the built product on a free port of the loopback interface, on empty data. `extra` settings
 * may depend on its address.
 */
export async function startProduct(
  extra: (baseURL: string) => Promise<Record<string, string>> = async () => ({}),
): Promise<Product> {
  const program = join(root, "dist/server.mjs");
  if (!existsSync(program)) throw new Error("There is no build: run `npm run build` first.");
  const port = await freePort();
  const baseURL = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), "aufwind-e2e-"));
  // As root, Postgres runs as `nobody`, who has to pass through here.
  chmodSync(dataDir, 0o711);

  const { DATABASE_URL, PUBLIC_URL, NEXTAUTH_SECRET, NEXTAUTH_URL, ...environment } = process.env;
  const env = {
    ...environment,
    NODE_ENV: "production" as const,
    NEXT_TELEMETRY_DISABLED: "1",
    PORT: String(port),
    HOST: "127.0.0.1",
    AUFWIND_DATA_DIR: dataDir,
    AUFWIND_ALLOWED_HOSTS: `lan.test:${port}`,
    AUFWIND_LOG_LEVEL: "warn",
    ...(await extra(baseURL)),
  };

  let output = "";
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const from = output.length;
    const started = spawn(process.execPath, ["--enable-source-maps", program], {
      cwd: root,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    child = started;
    const collect = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    started.stdout.on("data", collect);
    started.stderr.on("data", collect);
    const giveUpAt = Date.now() + READY_TIMEOUT_MS;
    while (!output.slice(from).includes(READY)) {
      if (exited(started) || Date.now() > giveUpAt) {
        await end(started, "SIGKILL");
        throw new Error(`The product did not start:\n${output.slice(from)}`);
      }
      await delay(POLL_MS);
    }
  };

  const remove = async (): Promise<void> => {
    if (child) await end(child, "SIGTERM");
    await endOrphan(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  };

  try {
    await start();
  } catch (error) {
    await remove();
    throw error;
  }

  const setupPath = /\/setup\/[\w-]+/.exec(output)?.[0];
  return {
    baseURL,
    localURL: `http://localhost:${port}`,
    insecureURL: `http://lan.test:${port}`,
    get setupLink() {
      if (!setupPath) throw new Error(`The terminal shows no setup link:\n${output}`);
      return `${baseURL}${setupPath}`;
    },
    dataDir,
    output: () => output,
    async kill9() {
      if (child) await end(child, "SIGKILL");
    },
    async interrupt(times) {
      const interrupted = child;
      if (!interrupted) return null;
      const gone = new Promise<number | null>((resolve) => interrupted.once("exit", resolve));
      for (let sent = 0; sent < times; sent += 1) interrupted.kill("SIGINT");
      return gone;
    },
    processIds() {
      const postgres = Number.parseInt(readFileSync(postgresPidFile(dataDir), "utf8"), 10);
      return child?.pid === undefined ? [postgres] : [child.pid, postgres];
    },
    async restart() {
      if (child) await end(child, "SIGTERM");
      await start();
    },
    remove,
  };
}
