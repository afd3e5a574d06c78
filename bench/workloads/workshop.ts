import type { Figures } from "@/bench/figures";
import { measured } from "@/bench/measured";
import { now } from "@/bench/processes";
import { type BenchProduct, type BenchRoom, placeOf, startBenchProduct } from "@/bench/product";
import { actSteadily, bringIn, type Crowd, PHASE, why } from "@/bench/workloads/crowd";
import type { Bench, Workload } from "@/bench/workloads/workload";
import { takesPart } from "@/server/simulated/person";
import { here } from "@/server/testing/workshop";

export const workshop: Workload = {
  name: "workshop",
  what: "A workshop in which every kind of activity comes up. In each phase everybody does at once what their kind's `simulate` has them do, then goes on doing it at a steady rate, with another revision each time. Each step to the next phase is one action: its answer, and when every phone shows it, reveals and results included.",
  async run(bench) {
    const product = await startBenchProduct();
    try {
      const rows: Figures[] = [];
      for (const count of bench.size.people) rows.push(...(await walk(bench, product, count)));
      return { rows };
    } finally {
      await product.stop();
    }
  },
};

async function walk(bench: Bench, product: BenchProduct, count: number): Promise<Figures[]> {
  const room = await product.openRoom();
  const { crowd } = await bringIn(bench.fleet, product, room, room.phones(count));
  const rows: Figures[] = [];
  const steady = new Set<string>();
  try {
    for (let goesOn = true; goesOn; ) {
      const { view } = room.facilitator;
      if (takesPart(view)) {
        const row = await atOnce(product, room, crowd);
        const work = `${view?.planned?.kind}/${view?.activity?.about.takes}`;
        // What stays on the phones asks nothing of the server, and the same work elsewhere costs the same.
        if (row.offered > 0) rows.push(row);
        if (row.offered > 0 && !steady.has(work)) {
          rows.push(...(await steadily(bench, product, room, crowd)));
          steady.add(work);
        }
      }
      const step = await stepOn(product, room, crowd);
      rows.push(...step.rows);
      goesOn = step.goesOn;
      bench.say(`  ${count} people: ${placeOf(room)}`);
    }
  } finally {
    await crowd.leave();
    room.close();
  }
  return rows;
}

const atOnce = (product: BenchProduct, room: BenchRoom, crowd: Crowd): Promise<Figures> =>
  measured(product, async () => {
    const { refused, ...played } = await crowd.playAtOnce();
    return { case: `${placeOf(room)}: ${crowd.count} at once${why(refused)}`, ...played };
  });

async function steadily(
  { size, fleet }: Bench,
  product: BenchProduct,
  room: BenchRoom,
  crowd: Crowd,
): Promise<Figures[]> {
  const rows = [];
  for (const each of size.actsPerSecond) {
    rows.push(
      await measured(product, async () => {
        const { refused, ...played } = await actSteadily(
          ...([fleet, [room], each * crowd.count, size.steadySeconds] as const),
        );
        return {
          case: `${placeOf(room)}: ${crowd.count}, each ${each}/s${why(refused)}`,
          offeredMs: size.steadySeconds * 1_000,
          ...played,
        };
      }),
    );
  }
  return rows;
}

/** Leads on, and waits until every phone shows where it has led. */
async function stepOn(
  product: BenchProduct,
  room: BenchRoom,
  crowd: Crowd,
): Promise<{ goesOn: boolean; rows: Figures[] }> {
  let goesOn = false;
  const row = await measured(product, async () => {
    await crowd.watch(PHASE);
    const pressedAt = now();
    goesOn = await room.goOn();
    const answeredAt = now();
    const { phase } = here(room.facilitator);
    const { marks, bytes, phones } = goesOn
      ? await crowd.seen(1)
      : { marks: new Map(), bytes: 0, phones: 0 };
    const at: readonly number[] = marks.get(phase ?? "") ?? [];
    return {
      case: `${placeOf(room)}: shown to ${crowd.count}`,
      offered: 1,
      done: 1,
      lost: phones - at.length,
      tookMs: answeredAt - pressedAt,
      answersMs: [answeredAt - pressedAt],
      seenMs: at.map((each) => each - pressedAt),
      bytes,
      clients: phones,
    };
  });
  return { goesOn, rows: goesOn ? [row] : [] };
}
