import { type BenchRoom, startBenchProduct } from "@/bench/product";
import { bringIn } from "@/bench/workloads/crowd";
import { pressed } from "@/bench/workloads/presses";
import { toRevealedCards } from "@/bench/workloads/revealed";
import type { Workload } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { randomId } from "@/server/rooms/chance";

/** What a kind calls it whose revealed cards a facilitator puts into themes. */
const SORTS = ["addTheme", "sortCard"] as const;

const CONSOLES = 6;
const PER_SECOND = 50;

export const sorting: Workload = {
  name: "sorting",
  what: "A facilitator puts all revealed cards into themes, one after the other, and every phone follows. Bytes are those of the whole sorting.",
  async run(bench) {
    const product = await startBenchProduct();
    try {
      const rows = [];
      for (const count of bench.size.people) {
        const room = await product.openRoom();
        const cards = await toRevealedCards(bench.fleet, product, room, bench.size.sorted);
        const { activity, themeId } = await toOneTheme(room);
        const { crowd } = await bringIn(bench.fleet, product, room, room.phones(count));
        rows.push(
          await pressed(bench, product, room, crowd, {
            case: `${cards.length} cards, ${count} phones`,
            commands: cards.map(({ id: cardId }) => ({
              ...{ type: "activity", activity },
              command: { type: "sortCard", cardId, themeId },
            })),
            perSecond: PER_SECOND,
            consoles: CONSOLES,
            pattern: '"activity/record/sorted/([0-9a-f]{32})"',
            inOrder: () => cards.map(({ id }) => id),
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

/** Leads on to where cards are sorted, and makes a theme there. */
async function toOneTheme({ facilitator, goOn }: BenchRoom) {
  for (;;) {
    const { planned } = facilitator.view ?? {};
    const commands = planned ? kindOf(planned.kind).commands : {};
    const themeId = randomId();
    // In other phases it is refused.
    const added = SORTS.every((name) => name in commands)
      ? await facilitator.act({ type: "addTheme", themeId, name: "Thema" })
      : null;
    if (planned && added?.ok) return { activity: planned.key, themeId };
    if (!(await goOn())) throw new Error("Cards are sorted nowhere");
  }
}
