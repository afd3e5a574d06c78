import { type ChildProcess, fork } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type * as z from "zod";
import type { Order } from "@/bench/load/orders";
import { answered } from "@/bench/load/wire";
import { coreCount, cores, pin } from "@/bench/processes";
import { projectRoot } from "@/server/project-root";

/** On a small machine two generators share what the server leaves; more would only take turns. */
const LEAST_GENERATORS = 2;
const MOST_GENERATORS = 6;

/** The load generators of a run. */
export interface Fleet {
  readonly size: number;
  /** Asks one of them. Rejects with what went wrong there. */
  ask<Ask extends z.ZodType, Answer extends z.ZodType>(
    generator: number,
    order: Order<Ask, Answer>,
    ask: z.input<Ask>,
  ): Promise<z.output<Answer>>;
  /** Asks all of them, each something of its own. */
  askAll<Ask extends z.ZodType, Answer extends z.ZodType>(
    order: Order<Ask, Answer>,
    askOf: (generator: number) => z.input<Ask>,
  ): Promise<z.output<Answer>[]>;
  stop(): Promise<void>;
}

/** Starts them on their cores. */
export async function startFleet(): Promise<Fleet> {
  const program = await bundle();
  const size = Math.min(MOST_GENERATORS, Math.max(LEAST_GENERATORS, coreCount - 2));
  const generators = Array.from({ length: size }, () => startGenerator(program));
  const ask: Fleet["ask"] = async (generator, order, what) => {
    const one = generators[generator];
    if (!one) throw new Error(`There is no generator ${generator}`);
    return order.answer.parse(await one.ask(order.name, what));
  };
  return {
    size,
    ask,
    askAll: (order, askOf) =>
      Promise.all(generators.map((_, generator) => ask(generator, order, askOf(generator)))),
    async stop() {
      await Promise.all(generators.map((each) => each.stop()));
      rmSync(program, { force: true });
    },
  };
}

function startGenerator(program: string) {
  const child: ChildProcess = fork(program, { serialization: "advanced", cwd: projectRoot() });
  if (child.pid !== undefined) pin(child.pid, cores?.load);
  const waiting = new Map<number, { resolve(answer: unknown): void; reject(error: Error): void }>();
  let asked = 0;
  child.on("message", (message) => {
    const answer = answered.parse(message);
    const who = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ("error" in answer) who?.reject(new Error(`In a load generator: ${answer.error}`));
    else who?.resolve(answer.answer);
  });
  const gone = new Promise<void>((resolve) => {
    child.once("exit", (code, signal) => {
      for (const { reject } of waiting.values()) {
        reject(new Error(`A load generator ended: ${signal ?? code}`));
      }
      resolve();
    });
  });
  return {
    ask(name: string, what: unknown): Promise<unknown> {
      asked += 1;
      const id = asked;
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        child.send({ id, name, ask: what });
      });
    },
    async stop() {
      child.disconnect();
      await gone;
    },
  };
}

/** One file: a loader that compiles would be part of what is measured. */
async function bundle(): Promise<string> {
  const folder = join(projectRoot(), ".cache/bench");
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `generator.${process.pid}.mjs`);
  await build({
    absWorkingDir: projectRoot(),
    entryPoints: ["bench/load/generator.ts"],
    outfile,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "esm",
    packages: "external",
    tsconfig: "tsconfig.json",
    logLevel: "warning",
  });
  return outfile;
}
