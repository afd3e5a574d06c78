import { measured } from "@/bench/measured";
import { type BenchRoom, startBenchProduct } from "@/bench/product";
import { actSteadily, bringIn, why } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";
import { takesPart } from "@/server/simulated/person";

export const manyRooms: Workload = {
  name: "many rooms",
  what: "Many rooms at the same time, in each of which everybody keeps handing something in.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    const rooms: BenchRoom[] = [];
    try {
      for (let at = 0; at < size.rooms.count; at += 1) {
        const room = await product.openRoom();
        rooms.push(room);
        const { crowd } = await bringIn(fleet, product, room, room.phones(size.rooms.people));
        // In some phases what people do stays on their phones.
        for (let offered = 0; offered === 0; ) {
          if (!(await room.goOn())) throw new Error("Nobody ever hands anything in");
          if (takesPart(room.facilitator.view)) ({ offered } = await crowd.playAtOnce());
        }
      }
      const rows = [];
      const people = size.rooms.count * size.rooms.people;
      for (const each of size.actsPerSecond) {
        rows.push(
          await measured(product, async () => {
            const { refused, ...played } = await actSteadily(
              ...([fleet, rooms, each * people, size.steadySeconds] as const),
            );
            return {
              case: `${size.rooms.count} rooms of ${size.rooms.people}, each ${each}/s${why(refused)}`,
              offeredMs: size.steadySeconds * 1_000,
              ...played,
            };
          }),
        );
      }
      return { rows };
    } finally {
      for (const room of rooms) room.close();
      await product.stop();
    }
  },
};
