import { measured } from "@/bench/measured";
import { now } from "@/bench/processes";
import { startBenchProduct } from "@/bench/product";
import { bringIn, sum, why } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";

/** As a facilitator puts the code on the wall. */
const WITHIN_MS = 2_000;

export const wayIn: Workload = {
  name: "way in",
  what: "Phones load page and files, join by the code and connect, all within two seconds. “Every screen” is from a phone's first byte to its first view; “done/s” counts to the last one in.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    try {
      const warm = await product.openRoom();
      await (await bringIn(fleet, product, warm, warm.phones(5), { byPage: true })).crowd.leave();
      warm.close();
      const rows = [];
      for (const count of size.wayIn) {
        const room = await product.openRoom();
        rows.push(
          await measured(product, async () => {
            const began = now();
            const { crowd, cameIn } = await bringIn(fleet, product, room, room.phones(count), {
              ...{ withinMs: WITHIN_MS, byPage: true },
            });
            await crowd.leave();
            return {
              case: `${count} phones${why(cameIn.failed)}`,
              offered: count,
              done: crowd.count,
              lost: sum(Object.values(cameIn.failed)),
              offeredMs: WITHIN_MS,
              tookMs: cameIn.lastAt - began,
              seenMs: cameIn.tookMs,
              bytes: cameIn.bytes,
              clients: count,
            };
          }),
        );
        room.close();
      }
      return { rows };
    } finally {
      await product.stop();
    }
  },
};
