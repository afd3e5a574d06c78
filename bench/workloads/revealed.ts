import type { Fleet } from "@/bench/load/fleet";
import type { BenchProduct, BenchRoom } from "@/bench/product";
import { bringIn } from "@/bench/workloads/crowd";
import type { RevealedCard } from "@/lib/activities/card-schema";
import { takesPart } from "@/server/simulated/person";

/** Most phones at once that hand in cards; one in four writes a second one, where it may. */
const WRITERS_MAX = 600;

/** Leads a room to its first revealed cards, at least `least` of them, and lets their authors go again. */
export async function toRevealedCards(
  fleet: Fleet,
  product: BenchProduct,
  room: BenchRoom,
  least: number,
): Promise<RevealedCard[]> {
  const writers = room.phones(Math.min(WRITERS_MAX, least));
  const { crowd } = await bringIn(fleet, product, room, writers);
  for (;;) {
    const { view } = room.facilitator;
    const cards = Object.values(view?.cards ?? {});
    if (cards.length >= least) {
      await crowd.leave();
      return cards;
    }
    if (takesPart(view)) {
      await crowd.watch(".");
      await crowd.playAtOnce();
    }
    if (!(await room.goOn())) throw new Error("No activity has revealed so many cards");
  }
}
