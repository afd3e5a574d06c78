import { measured } from "@/bench/measured";
import { type BenchRoom, placeOf, startBenchProduct } from "@/bench/product";
import { bringIn, goOnWith, why } from "@/bench/workloads/crowd";
import type { Workload } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { takesPart } from "@/server/simulated/person";

/** What a phone asks for once there is something to vote on, in kinds that draw each a ballot of its own. */
const OPENS = "openBallot";

export const ballots: Workload = {
  name: "ballots",
  what: "A vote begins, and each phone opens its ballot at the same time: a draw of its own out of what everybody has written.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    const room = await product.openRoom();
    try {
      const { crowd } = await bringIn(fleet, product, room, room.phones(size.ballots));
      while (!opensBallots(room)) {
        if (takesPart(room.facilitator.view)) await crowd.playAtOnce();
        if (!(await goOnWith(crowd, room))) throw new Error("Nobody ever opens a ballot");
      }
      const row = await measured(product, async () => {
        const { refused, ...played } = await crowd.playAtOnce(OPENS);
        return { case: `${placeOf(room)}: ${crowd.count} at once${why(refused)}`, ...played };
      });
      if (row.offered === 0) throw new Error("Nobody has opened a ballot");
      await crowd.leave();
      return { rows: [row] };
    } finally {
      room.close();
      await product.stop();
    }
  },
};

/** Whether a vote has begun on drawn ballots. */
function opensBallots({ facilitator: { view } }: BenchRoom): boolean {
  const { planned, activity } = view ?? {};
  return (
    planned != null && activity?.about.takes === "votes" && OPENS in kindOf(planned.kind).commands
  );
}
