import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { measured } from "@/bench/measured";
import { type BenchProduct, startBenchProduct } from "@/bench/product";
import { FIRST_FILE } from "@/bench/servers";
import { bringIn } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";
import { heldWhole } from "@/lib/session/recorded/sessions";
import { madeFormatNames, textFormatNames } from "@/lib/summary/formats";
import { LARGE_CARDS, LARGE_PEOPLE, largeSummary } from "@/lib/testing/large-summary";
import type { Language } from "@/lib/words";
import { workshops } from "@/lib/workshops/registry";

/** Of nothing, to compare with. */
const NOTHING_MS = 3_000;

/** How often the memory of processes beside the server is looked at. */
const LOOK_EVERY_MS = 20;

const BYTES_PER_KIB = 1_024;

export const files: Workload = {
  name: "files",
  what: `A facilitator downloads the summary of ${LARGE_PEOPLE} people in every format, one after the other, while phones are in another session of the same server: out of the log, and as it is kept once the raw data are gone, with ${LARGE_CARDS} cards that are quoted. The answer is the whole file; the loop's delay is how long any phone may have waited.`,
  async run({ size, fleet, say }) {
    const product = await startBenchProduct();
    const room = await product.openRoom();
    try {
      const { crowd } = await bringIn(fleet, product, room, room.phones(size.files.phones));
      await room.goOn();
      const rows = [
        await measured(product, async () => {
          await delay(NOTHING_MS);
          return { case: "no file", offered: 0, done: 0 };
        }),
      ];
      // Any workshop will do; the first one is what a new installation shows first.
      const [plan] = workshops;
      if (!plan) throw new Error("There is no workshop");
      const { people, quotes } = size.files;
      const held = heldWhole(plan, people);
      const told = (language: Language) => largeSummary(held, language, quotes);
      const ended = {
        "from the log": await product.putEnded(held, null),
        "kept, with its quotes": await product.putEnded(held, { de: told("de"), en: told("en") }),
      };
      // The first one loads what makes them, which later ones find there.
      const first = { from: FIRST_FILE, format: "markdown" };
      rows.push(await measured(product, () => download(product, ended["from the log"], first)));
      for (const [from, id] of Object.entries(ended)) {
        for (const format of [...textFormatNames, ...madeFormatNames]) {
          rows.push(await measured(product, () => download(product, id, { from, format })));
          say(`  ${format}, ${from}`);
        }
      }
      await crowd.leave();
      return { rows };
    } finally {
      room.close();
      await product.stop();
    }
  },
};

/** Downloads a summary as a browser would. */
async function download(
  product: BenchProduct,
  id: string,
  { from, format }: { from: string; format: string },
) {
  let memoryBeside = 0;
  const look = setInterval(() => {
    memoryBeside = Math.max(memoryBeside, heldBeside(product));
  }, LOOK_EVERY_MS);
  const began = performance.now();
  try {
    const answer = await fetch(`${product.url}/sessions/${id}/summary/${format}`, {
      headers: { cookie: product.cookie },
      // A page to sign in at would look like a file.
      redirect: "error",
    });
    const bytes = (await answer.arrayBuffer()).byteLength;
    const took = performance.now() - began;
    return {
      case: `${format}, ${from}${answer.ok ? "" : ` (${answer.status})`}`,
      ...{ offered: 1, done: answer.ok ? 1 : 0 },
      ...{ answersMs: [took], tookMs: took },
      ...{ bytes, clients: 1, ...(memoryBeside > 0 ? { memoryBeside } : {}) },
    };
  } finally {
    clearInterval(look);
  }
}

/** What the server's children hold, its database aside, in bytes: the largest one; 0 where the system doesn't say. */
function heldBeside({ pids: { server, database } }: BenchProduct): number {
  let largest = 0;
  try {
    for (const thread of readdirSync(`/proc/${server}/task`)) {
      const path = `/proc/${server}/task/${thread}/children`;
      for (const child of readFileSync(path, "utf8").trim().split(" ").filter(Boolean)) {
        if (Number(child) === database) continue;
        const status = readFileSync(`/proc/${child}/status`, "utf8");
        const kibibytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
        largest = Math.max(largest, kibibytes * BYTES_PER_KIB);
      }
    }
  } catch {
    // It has ended meanwhile, or there is no `/proc`.
  }
  return largest;
}
