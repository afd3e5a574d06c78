import { spawn } from "node:child_process";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { type DocumentOrder, EXIT_UNAVAILABLE } from "@/lib/summary/document-order";
import { type MakingStep, readStep, STEPS_DESCRIPTOR } from "@/lib/summary/document-steps";
import type { Log } from "@/server/log";
import { projectRoot } from "@/server/project-root";
import { watchMemory } from "@/server/summary/memory-watch";

/** The largest takes a few seconds on a small machine. What takes this long is stuck. */
const DOCUMENT_TIMEOUT_MS = 60_000;

/**
 * Twice what 2,000 cards take (`npm run bench`, workload "files"). Limits of Node's bind JavaScript alone, and the typesetter is native
 * code: the process is looked at from outside, and killed.
 */
export const DOCUMENT_MEMORY_MAX = 768 * 1024 * 1024;

/** Far beyond any summary; a process that writes more has lost its way. */
const DOCUMENT_BYTES_MAX = 64 * 1024 * 1024;

/** A file, or why there is none: not on this machine, not this time, or nobody wants it any more. */
export type MadeDocument = Uint8Array<ArrayBuffer> | "unavailable" | "failed" | "cancelled";

export type Exports = ReturnType<typeof createExports>;

/**
 * Makes files that take a process of their own: native code can neither be stopped nor be held to a limit inside of
 * ours, and keeps what it was told (docs/decisions/0101). One at a time: a small server has a room to run beside it.
 */
export function createExports({
  log,
  memoryMax = DOCUMENT_MEMORY_MAX,
}: {
  log: Log;
  /** Bytes that a process may hold. */
  memoryMax?: number;
}) {
  const closing = new AbortController();
  let last: Promise<unknown> = Promise.resolve();
  let unfinished = 0;
  return {
    /**
     * The file of a summary. Once the signal is given, the process that makes it is killed. `onStep` is told what is done
     * for it, as it is done.
     */
    async make(
      order: DocumentOrder,
      signal: AbortSignal,
      onStep: (step: MakingStep) => void = () => {},
    ): Promise<MadeDocument> {
      const ended = AbortSignal.any([signal, closing.signal]);
      if (unfinished > 0) onStep({ step: "waiting" });
      unfinished += 1;
      const turn = last.then(() =>
        ended.aborted
          ? "cancelled"
          : inOwnProcess(order, { signal: ended, memoryMax, log, onStep }),
      );
      // Whoever comes next waits for this one, however it ends.
      last = turn
        .catch(() => undefined)
        .finally(() => {
          unfinished -= 1;
        });
      return await turn;
    },

    async close(): Promise<void> {
      closing.abort();
      await last;
    },
  };
}

function inOwnProcess(
  order: DocumentOrder,
  {
    signal,
    memoryMax,
    log,
    onStep,
  }: { signal: AbortSignal; memoryMax: number; log: Log; onStep: (step: MakingStep) => void },
): Promise<MadeDocument> {
  const root = projectRoot();
  const child = spawn(process.execPath, [...programOf(root), root], {
    cwd: root,
    // Nothing that carries a secret.
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH ?? "",
      // Windows starts nothing without it.
      ...(process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {}),
    },
    stdio: ["pipe", "pipe", "ignore", "pipe"],
  });
  const steps = child.stdio[STEPS_DESCRIPTOR];
  if (steps instanceof Readable) {
    createInterface({ input: steps }).on("line", (line) => {
      const step = readStep(line);
      if (step && !signal.aborted) onStep(step);
    });
  }
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    const kill = () => child.kill("SIGKILL");
    const timer = setTimeout(kill, DOCUMENT_TIMEOUT_MS);
    signal.addEventListener("abort", kill);
    const unwatch = child.pid === undefined ? kill : watchMemory(child.pid, memoryMax, kill);
    child.once("spawn", () => {
      // The live server goes first. Gone already, or not ours to say: then it runs as it is.
      try {
        if (child.pid !== undefined)
          setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
      } catch {}
    });
    child.stdout?.on("data", (part: Buffer) => {
      size += part.length;
      if (size > DOCUMENT_BYTES_MAX) kill();
      else parts.push(part);
    });
    // It may be killed before it has read all.
    child.stdin?.on("error", () => undefined);
    child.stdin?.end(JSON.stringify(order));
    const end = (made: MadeDocument) => {
      clearTimeout(timer);
      unwatch();
      signal.removeEventListener("abort", kill);
      resolve(made);
    };
    child.once("error", () => end("failed"));
    child.once("close", (code, killed) => {
      if (signal.aborted) return end("cancelled");
      if (code === 0) return end(new Uint8Array(Buffer.concat(parts)));
      if (code === EXIT_UNAVAILABLE) return end("unavailable");
      log.error({ format: order.format, code, killed }, "a document could not be made");
      return end("failed");
    });
  });
}

/** From source in development and in tests, as it was built otherwise. */
function programOf(root: string): string[] {
  const isBuilt = !fileURLToPath(import.meta.url).endsWith(".ts");
  return isBuilt
    ? [join(root, "dist/exports.mjs")]
    : ["--import", "tsx", join(root, "exports/main.ts")];
}
