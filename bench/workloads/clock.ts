import { startBenchProduct } from "@/bench/product";
import { bringIn } from "@/bench/workloads/crowd";
import { pressed } from "@/bench/workloads/presses";
import type { Workload } from "@/bench/workloads/workload";
import { here } from "@/server/testing/workshop";

/** A new end of the clock, which each press puts off by a minute. */
const ENDS_AT = '"clock":\\{"endsAt":(\\d+)';

/** Slow enough that no two presses come together. */
const PER_SECOND = 4;

export const clock: Workload = {
  name: "clock",
  what: "A facilitator puts the end of the clock off, and every phone shows the new one.",
  async run(bench) {
    const product = await startBenchProduct();
    try {
      const rows = [];
      for (const count of bench.size.people) {
        const room = await product.openRoom();
        const { crowd } = await bringIn(bench.fleet, product, room, room.phones(count));
        while (!room.facilitator.view?.activity?.clock?.endsAt) {
          if (!(await room.goOn())) throw new Error("No clock ever runs");
        }
        const press = { type: "addMinutes", minutes: 1, from: here(room.facilitator) };
        rows.push(
          await pressed(bench, product, room, crowd, {
            case: `${count} phones`,
            commands: Array.from({ length: bench.size.clockPresses }, () => press),
            perSecond: PER_SECOND,
            consoles: 1,
            pattern: ENDS_AT,
            inOrder: (ends) => ends.toSorted((a, b) => Number(a) - Number(b)),
          }),
        );
        await crowd.leave();
        room.close();
      }
      return { rows };
    } finally {
      await product.stop();
    }
  },
};
