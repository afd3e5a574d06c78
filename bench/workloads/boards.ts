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
import { runPeer } from "@/bench/workloads/peers";
import type { Bench, Workload } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { randomId } from "@/server/rooms/chance";

/** What the commands of a kind are called whose cards everybody moves on a board. */
const MOVES = ["addTheme", "placeCards"] as const;

/** As many as a laptop shows side by side. */
const THEMES = 12;

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
  // Whoever has been in the lobby is let write at once, and the others ten by ten (P139).
  await (await bringIn(bench.fleet, product, room, phones)).crowd.leave();
  const rows: Figures[] = [];
  try {
    for (let goesOn = true; goesOn; goesOn = await room.goOn()) {
      const { view } = room.facilitator;
      if (view?.activity?.about.takes === "cards") {
        const { crowd } = await bringIn(bench.fleet, product, room, phones);
        await crowd.watch(".");
        await crowd.playAtOnce();
        await crowd.leave();
      } else if (await hasBoard(room)) rows.push(await moveCards(bench, product, room, phones));
    }
  } finally {
    room.close();
  }
  if (rows.length === 0) throw new Error("Cards are moved nowhere");
  return rows;
}

/** Whether everybody may move cards here; makes the themes for it. */
async function hasBoard({ facilitator }: BenchRoom): Promise<boolean> {
  const { planned } = facilitator.view ?? {};
  const { commands } = planned ? kindOf(planned.kind) : { commands: {} };
  if (!MOVES.every((name) => name in commands)) return false;
  for (let n = 1; n <= THEMES; n += 1) {
    const theme = { type: "addTheme", themeId: randomId(), name: `Thema ${n}` };
    // In other phases it is refused.
    if (!(await facilitator.act(theme)).ok) return false;
  }
  await facilitator.until(({ activity }) =>
    JSON.stringify(activity?.record).includes(`"Thema ${THEMES}"`),
  );
  return true;
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
