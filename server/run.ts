import { type Booted, boot } from "@/server/boot";
import { type Env, readEnv } from "@/server/env";
import { lockInstallation } from "@/server/lock";
import { createLog, describeConsoleErrors } from "@/server/log";
import { projectRoot } from "@/server/project-root";
import { StartRefused } from "@/server/start-refused";

/** The graceful stop may take as long as a checkpoint; nobody waits longer for a program. */
const STOP_TIMEOUT_MS = 40_000;

/** One Ctrl-C arrives several times: from the terminal, from npm and from `scripts/start.mjs`. */
const SAME_KEY_PRESS_MS = 500;

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** One line for what a person can mend; a stack for what is our mistake. */
function giveUp(error: unknown): never {
  const line = error instanceof StartRefused ? error.message : undefined;
  process.stderr.write(
    line
      ? `\nAufwind did not start. ${line}\n`
      : `\n${error instanceof Error ? error.stack : error}\n`,
  );
  process.exit(1);
}

export interface RunOptions {
  /** The environment, once read and checked; the demo changes where it keeps its data. */
  env?: (variables: Readonly<Record<string, string | undefined>>) => Env;
  /** What to do once it listens: the lines for the terminal, and what to stop before the rest. */
  started(booted: Booted): Promise<{ lines: string[]; stop?(): Promise<void> }>;
}

/** One whole run of the product in this process, from the start to Ctrl-C. Exits by itself. */
export function run(options: RunOptions): void {
  main(options).catch(giveUp);
}

async function main({ env: chooseEnv, started }: RunOptions): Promise<void> {
  const env = chooseEnv ? chooseEnv(process.env) : readEnv(process.env, projectRoot());
  const log = createLog(env);
  const dev = env.mode === "development";
  // A node with its own database shares nothing on this machine, so several may run.
  const lock = env.databaseUrl ? undefined : await lockInstallation(env.dataDir);
  if (lock && "url" in lock) {
    say(lock.url ? `Aufwind is already running at ${lock.url}` : "Aufwind is already starting.");
    process.exit(0);
  }

  let booted: Booted | undefined;
  let stopFirst: (() => Promise<void>) | undefined;
  let stopping = false;
  let stoppingSince = 0;
  const stop = async (code: number): Promise<void> => {
    if (stopping) {
      if (performance.now() - stoppingSince < SAME_KEY_PRESS_MS) return;
      say("Stopped the hard way. Nothing that was acknowledged is lost.");
      process.exit(130);
    }
    stopping = true;
    stoppingSince = performance.now();
    setTimeout(() => process.exit(1), STOP_TIMEOUT_MS).unref();
    // A start that isn't finished stops as soon as it is.
    await starting.catch(() => {});
    await stopFirst?.().catch((error: unknown) => log.error({ err: error }, "a stop failed"));
    await booted?.stop();
    lock?.release();
    process.exit(code);
  };

  const starting = boot({
    env,
    log,
    dev,
    say,
    onFatal: (why) => {
      process.stderr.write(`\n${why} Aufwind stops.\n`);
      void stop(1);
    },
  });
  process.on("SIGINT", () => {
    if (!stopping) say("\nStopping … (Ctrl-C again forces it)");
    void stop(0);
  });
  process.on("SIGTERM", () => void stop(0));
  process.on("SIGHUP", () => void stop(0));

  try {
    booted = await starting;
  } catch (error) {
    lock?.release();
    giveUp(error);
  }
  if (stopping) return;
  // Next keeps the process alive after these; a defect is logged and the room goes on.
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
  process.on("uncaughtException", (error) => log.error({ err: error }, "uncaught exception"));
  if (!dev) describeConsoleErrors(log);
  lock?.announce({ url: booted.network.localUrl, isDevelopment: dev });
  try {
    const { lines, stop: stopOwn } = await started(booted);
    stopFirst = stopOwn;
    for (const line of lines) say(line);
  } catch (error) {
    await booted.stop();
    lock?.release();
    giveUp(error);
  }
}
