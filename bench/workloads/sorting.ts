import { command, openConsoles } from "@/bench/load/orders";
import { measured } from "@/bench/measured";
import { startBenchProduct } from "@/bench/product";
import { bringIn, sum } from "@/bench/workloads/crowd";
import { toRevealedCards } from "@/bench/workloads/revealed";
import type { Workload } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { randomId } from "@/server/rooms/chance";

/** What a kind calls it whose revealed cards a facilitator puts into themes. */
const SORTS = ["addTheme", "sortCard"] as const;

/** One socket may send ten commands a second; so many consoles of one facilitator sort together. */
const CONSOLES = 6;
const PER_SECOND = 50;

export const sorting: Workload = {
  name: "sorting",
  what: "A facilitator puts all revealed cards into themes, one after the other, and every phone follows. Bytes are those of the whole sorting.",
  async run({ size, fleet }) {
    const product = await startBenchProduct();
    try {
      const rows = [];
      for (const count of size.people) {
        const room = await product.openRoom();
        const cards = await toRevealedCards(fleet, product, room, size.sorted);
        const { facilitator, id, cookie } = room;
        const canSort = () => {
          const { planned, activity } = facilitator.view ?? {};
          const commands = planned ? kindOf(planned.kind).commands : {};
          return SORTS.every((name) => name in commands) && activity?.phase === "cluster";
        };
        while (!canSort()) {
          if (!(await room.goOn())) throw new Error("Cards are sorted nowhere");
        }
        const activity = facilitator.view?.planned?.key ?? "";
        const themeId = randomId();
        const added = await facilitator.act({ type: "addTheme", themeId, name: "Thema" });
        if (!added.ok) throw new Error(`No theme: ${added.code}`);
        const { crowd } = await bringIn(fleet, product, room, room.phones(count));
        await fleet.ask(0, openConsoles, {
          ...{ room: id, url: product.url, session: id, cookie, count: CONSOLES },
        });
        rows.push(
          await measured(product, async () => {
            await crowd.watch('"activity/record/sorted/([0-9a-f]{32})"');
            const {
              sentAt,
              refused: _,
              ...played
            } = await fleet.ask(0, command, {
              room: id,
              perSecond: PER_SECOND,
              commands: cards.map(({ id: cardId }) => ({
                ...{ type: "activity", activity },
                command: { type: "sortCard", cardId, themeId },
              })),
            });
            const { marks, bytes, phones } = await crowd.seen(cards.length);
            const seenMs = cards.flatMap(({ id: cardId }, at) =>
              (marks.get(cardId) ?? []).map((each) => each - (sentAt[at] ?? 0)),
            );
            const shown = sum([...marks.values()].map((at) => at.length));
            return {
              ...played,
              case: `${cards.length} cards, ${count} phones`,
              offeredMs: (cards.length / PER_SECOND) * 1_000,
              lost: played.offered - played.done + phones * cards.length - shown,
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
