import { command, openConsoles } from "@/bench/load/orders";
import { measured } from "@/bench/measured";
import { startBenchProduct } from "@/bench/product";
import { bringIn, sum } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";
import { here } from "@/server/testing/workshop";

/** A new end of the clock, which each press puts off by a minute. */
const ENDS_AT = '"clock":\\{"endsAt":(\\d+)';

/** Slow enough that no two presses come together. */
const PER_SECOND = 4;

export const clock: Workload = {
  name: "clock",
  what: "A facilitator puts the end of the clock off, and every phone shows the new one.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    try {
      const rows = [];
      for (const count of size.people) {
        const room = await product.openRoom();
        const { crowd } = await bringIn(fleet, product, room, room.phones(count));
        while (!room.facilitator.view?.activity?.clock?.endsAt) {
          if (!(await room.goOn())) throw new Error("No clock ever runs");
        }
        const { id, cookie, facilitator } = room;
        await fleet.ask(0, openConsoles, {
          ...{ room: id, url: product.url, session: id, cookie, count: 1 },
        });
        rows.push(
          await measured(product, async () => {
            await crowd.watch(ENDS_AT);
            const press = { type: "addMinutes", minutes: 1, from: here(facilitator) };
            const {
              sentAt,
              refused: _,
              ...played
            } = await fleet.ask(0, command, {
              ...{ room: id, perSecond: PER_SECOND },
              commands: Array.from({ length: size.clockPresses }, () => press),
            });
            const { marks, bytes, phones } = await crowd.seen(size.clockPresses);
            const ends = [...marks].toSorted(([a], [b]) => Number(a) - Number(b));
            const seenMs = ends.flatMap(([, at], press_) =>
              at.map((each) => each - (sentAt[press_] ?? 0)),
            );
            const seenAll = sum(ends.map(([, at]) => at.length));
            return {
              ...played,
              case: `${count} phones`,
              lost: played.offered - played.done + phones * size.clockPresses - seenAll,
              seenMs,
              bytes,
              clients: phones,
            };
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
