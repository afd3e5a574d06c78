import type { Figures } from "@/bench/figures";
import { measured, ofRounds } from "@/bench/measured";
import { peers } from "@/bench/peers/peer-server";
import {
  type BenchProduct,
  type BenchRoom,
  type KnownPhone,
  placeOf,
  startBenchProduct,
} from "@/bench/product";
import { actSteadily, bringIn, sum, why } from "@/bench/workloads/crowd";
import { boardsIn } from "@/bench/workloads/on-board";
import { runPeer } from "@/bench/workloads/peers";
import type { Bench, Workload } from "@/bench/workloads/workload";

/** What a place is on the wire: the id of a theme, a key for its order, and where on the surface. */
const CHARACTERS = 45;

/** A card that was moved, as a patch says it. */
const MOVED = '"activity/record/sorted/([0-9a-f]{32})"';

export const boards: Workload = {
  name: "boards",
  what: "Everybody in the room moves cards on a board, in each kind that has one, and every phone shows where they lie; beside it a hocuspocus whose clients make changes of the same size as often, in turns. One action is one move: its milliseconds are the core-seconds of a thousand.",
  async run(bench) {
    const { people, perSecond, seconds, rounds, warm } = bench.size.boards;
    const tuned = peers.filter(({ environment }) => environment?.FLUSH_DELAY !== undefined);
    const gathered = new Map<string, Figures[]>();
    const note = (row: Figures) => gathered.set(row.case, [...(gathered.get(row.case) ?? []), row]);
    for (let round = 0; round < rounds; round += 1) {
      const product = await startBenchProduct();
      try {
        for (const row of await onEachBoard(bench, product)) note(row);
      } finally {
        await product.stop();
      }
      for (const peer of tuned) {
        const same = {
          ...{ clients: people, perSecond: [perSecond], seconds, warm },
          characters: CHARACTERS,
        };
        for (const row of await runPeer(bench.fleet, peer, same)) note(row);
      }
      bench.say(`  round ${round + 1} of ${rounds}`);
    }
    const all = [...gathered.values()].map(ofRounds);
    return { rows: all.map(({ median }) => median), rounds: all };
  },
};

/** Leads through a workshop, and lets everybody move cards wherever there is a board. */
async function onEachBoard(bench: Bench, product: BenchProduct): Promise<Figures[]> {
  const room = await product.openRoom({ whole: true });
  const phones = room.phones(bench.size.boards.cards);
  const rows: Figures[] = [];
  try {
    for await (const _ of boardsIn(bench, product, room, phones)) {
      rows.push(await moveCards(bench, product, room, phones));
    }
  } finally {
    room.close();
  }
  return rows;
}

async function moveCards(
  { size, fleet }: Bench,
  product: BenchProduct,
  room: BenchRoom,
  phones: readonly KnownPhone[],
): Promise<Figures> {
  const { people, perSecond, seconds, warm } = size.boards;
  const { crowd } = await bringIn(fleet, product, room, phones.slice(0, people));
  await actSteadily(fleet, [room], warm.perSecond, warm.seconds);
  const row = await measured(product, async () => {
    await crowd.watch(MOVED);
    const { refused, ...played } = await actSteadily(fleet, [room], perSecond, seconds);
    const { marks, bytes, phones: screens } = await crowd.seen(1);
    const missed = [...marks.values()].map((at) => screens - at.length);
    const cards = Object.keys(room.facilitator.view?.cards ?? {}).length;
    return {
      case: `${placeOf(room)}: ${cards} cards, ${perSecond} moves/s seen by ${screens}${why(refused)}`,
      ...played,
      lost: played.offered - played.done + (marks.size === 0 ? screens : sum(missed)),
      offeredMs: seconds * 1_000,
      bytes,
      clients: screens * played.done,
    };
  });
  await crowd.leave();
  return row;
}
