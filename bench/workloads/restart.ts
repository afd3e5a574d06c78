import { measured } from "@/bench/measured";
import { now } from "@/bench/processes";
import { startBenchProduct } from "@/bench/product";
import { bringIn } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";

export const restart: Workload = {
  name: "restart",
  what: "The server is killed with SIGKILL and started again at once. “Every screen” is from the kill to each phone's new connection, with the pauses that pages make. CPU and delays are those of the new process.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    const room = await product.openRoom();
    try {
      const phones = room.phones(size.restart);
      const { crowd } = await bringIn(fleet, product, room, phones, { comesBack: true });
      // Something to come back to.
      await room.goOn();
      await crowd.watch("^$");
      const killedAt = now();
      await product.killAndRestart();
      const row = await measured(product, async () => {
        const { backAt } = await untilBack();
        return {
          case: `${size.restart} phones`,
          offered: size.restart,
          done: Math.min(backAt.length, size.restart),
          tookMs: Math.max(0, ...backAt) - killedAt,
          seenMs: backAt.map((at) => at - killedAt),
        };
      });
      await crowd.leave();
      return { rows: [row] };

      /** Nothing marks it, so this asks until all are back. */
      async function untilBack() {
        for (;;) {
          const seen = await crowd.seen(0);
          if (seen.backAt.length >= size.restart || now() - killedAt > BACK_WITHIN_MS) return seen;
          await new Promise((done) => setTimeout(done, LOOK_EVERY_MS));
        }
      }
    } finally {
      room.close();
      await product.stop();
    }
  },
};

/** Whoever isn't back by then does not come back. */
const BACK_WITHIN_MS = 60_000;
const LOOK_EVERY_MS = 100;
