import { measured } from "@/bench/measured";
import { now } from "@/bench/processes";
import { startBenchProduct } from "@/bench/product";
import { bringIn, sum, why } from "@/bench/workloads/crowd";
import { toRevealedCards } from "@/bench/workloads/revealed";
import type { Workload } from "@/bench/workloads/workload";

export const sockets: Workload = {
  name: "sockets",
  what: "Phones that have been in before connect all at once to a session that shows some 300 cards, and get its whole view.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    const room = await product.openRoom();
    try {
      const cards = await toRevealedCards(fleet, product, room, size.sorted);
      const row = await measured(product, async () => {
        const began = now();
        const phones = room.phones(size.sockets);
        const { crowd, cameIn } = await bringIn(fleet, product, room, phones);
        return {
          case: `${size.sockets} sockets, ${cards.length} cards${why(cameIn.failed)}`,
          offered: size.sockets,
          done: crowd.count,
          lost: sum(Object.values(cameIn.failed)),
          tookMs: cameIn.lastAt - began,
          seenMs: cameIn.tookMs,
          bytes: cameIn.bytes,
          clients: size.sockets,
          connections: crowd.count,
        };
      });
      return { rows: [row] };
    } finally {
      room.close();
      await product.stop();
    }
  },
};
