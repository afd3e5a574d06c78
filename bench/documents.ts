import { readFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { pino } from "pino";
import { madeFormatNames } from "@/lib/summary/formats";
import { largeSummaryOf } from "@/lib/testing/large-summary";
import { workshops } from "@/lib/workshops/registry";
import { createExports, type MadeDocument } from "@/server/summary/exports";

/**
 * `npx tsx bench/documents.ts`: what it costs to make files of the summary of 1,000 people with 2,000 quoted cards, of each
 * workshop or of those that are named. How long each takes, how much memory its process holds at most, and how long the process that has it made, where a server
 * keeps its rooms, ever stood still meanwhile.
 */

const LOOK_EVERY_MS = 20;
/** Of doing nothing, for comparison. */
const IDLE_MS = 3_000;
const NANOSECONDS = 1e6;
const MEGABYTE = 1024 * 1024;

/** What a child of ours holds, in MB; 0 where this system doesn't say. */
function heldByChildren(): number {
  try {
    const path = `/proc/${process.pid}/task/${process.pid}/children`;
    const children = readFileSync(path, "utf8").trim().split(" ").filter(Boolean);
    const all = children.map((child) => {
      const status = readFileSync(`/proc/${child}/status`, "utf8");
      return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0) / 1024;
    });
    return Math.max(0, ...all);
  } catch {
    return 0;
  }
}

/** How long this process stood still at most while something was done, in ms: on a busy machine also where it is nothing. */
async function stoodStill(work: () => Promise<unknown>): Promise<string> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await work();
  delay.disable();
  return `stood still ${(delay.max / NANOSECONDS).toFixed(0)} ms at most`;
}

const nothing = () => new Promise((resolve) => setTimeout(resolve, IDLE_MS));
console.log(`nothing: ${await stoodStill(nothing)}`);

const sizeOf = (made: MadeDocument): string =>
  typeof made === "string" ? made : `${(made.length / MEGABYTE).toFixed(1)} MB`;

const named = process.argv.slice(2);
const exports = createExports({ log: pino() });
for (const plan of workshops.filter(({ id }) => named.length === 0 || named.includes(id))) {
  const summary = largeSummaryOf(plan);
  for (const format of madeFormatNames) {
    let peak = 0;
    const look = setInterval(() => {
      peak = Math.max(peak, heldByChildren());
    }, LOOK_EVERY_MS);
    const from = performance.now();
    let made: MadeDocument = "failed";
    const still = await stoodStill(async () => {
      made = await exports.make({ format, summary }, new AbortController().signal);
    });
    const seconds = (performance.now() - from) / 1_000;
    clearInterval(look);
    console.log(
      `${plan.id}, ${format}: ${seconds.toFixed(1)} s, ${sizeOf(made)}, at most ${peak.toFixed(0)} MB held, ${still}`,
    );
  }
}
await exports.close();
