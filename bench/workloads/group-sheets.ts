import { openConsoles, openSheets, seenOnSheets, writeSheets } from "@/bench/load/orders";
import { measured } from "@/bench/measured";
import { type BenchProduct, type BenchRoom, placeOf, startBenchProduct } from "@/bench/product";
import { bringIn, SEEN_WITHIN_MS, sum, together, why } from "@/bench/workloads/crowd";
import type { Bench, Workload } from "@/bench/workloads/workload";
import { kindOf } from "@/lib/activities/kinds";
import { newPerson, sceneOf, takesPart } from "@/server/simulated/person";

/** A facilitator who looks at all sheets. */
const CONSOLES = 1;

export const groupSheets: Workload = {
  name: "group sheets",
  what: "Every group writes its sheet, all phones at once, each on slips of its own as fast as thumbs are; a console has all sheets open. One action is one update of a sheet, a quarter of a second's typing: its answer, once it is on disk, and when each phone of the group and the console has it.",
  async run(bench) {
    const product = await startBenchProduct();
    const room = await product.openRoom();
    const phones = room.phones(bench.size.sheets.people);
    try {
      const { crowd } = await bringIn(bench.fleet, product, room, phones);
      for (let goesOn = true; goesOn; goesOn = await room.goOn()) {
        const names = sheetsOf(room);
        if (names) return { rows: [await write(bench, product, room, names)] };
        if (!takesPart(room.facilitator.view)) continue;
        await crowd.watch(".");
        await crowd.playAtOnce();
      }
      throw new Error("Sheets are written nowhere");
    } finally {
      room.close();
      await product.stop();
    }
  },
};

/** What the sheets are called that are written now; null where there are none. */
function sheetsOf({ facilitator: { view } }: BenchRoom): string[] | null {
  const scene = sceneOf(view);
  if (!view?.planned || !scene) return null;
  const person = newPerson({ number: 0, language: "de" });
  const writing = kindOf(view.planned.kind).simulatePad(person, scene);
  return writing?.anyOf.map((name) => `${scene.key}/${name}`) ?? null;
}

async function write(
  { fleet, size }: Bench,
  product: BenchProduct,
  room: BenchRoom,
  names: readonly string[],
) {
  const { perSecond, seconds, warm } = size.sheets;
  const place = { room: room.id, url: product.url, session: room.id, cookie: room.cookie };
  // Any of the generators can hold it.
  await fleet.ask(0, openConsoles, { ...place, count: CONSOLES });
  const opened = await fleet.askAll(openSheets, () => ({ room: room.id, names: [...names] }));
  const writers = sum(opened.flatMap((each) => Object.values(each.writers)));
  if (writers < size.sheets.people) throw new Error(`${writers} have a sheet`);
  await fleet.askAll(writeSheets, () => ({ room: room.id, ...warm }));
  return measured(product, async () => {
    const parts = await fleet.askAll(writeSheets, () => ({ room: room.id, perSecond, seconds }));
    const { refused, ...played } = together(parts);
    const updates = parts.flatMap((part) => part.updates);
    const last = new Map<string, number>();
    // An update is in the row after the one that it is answered with.
    for (const { doc, after } of updates) last.set(doc, Math.max(last.get(doc) ?? 0, after + 1));
    const shown = await fleet.askAll(seenOnSheets, () => ({
      ...{ room: room.id, rows: Object.fromEntries(last), withinMs: SEEN_WITHIN_MS },
    }));
    const screens = shown.flatMap((each) => each.screens);
    const seenMs: number[] = [];
    let missed = 0;
    for (const { doc, sentAt, after } of updates) {
      for (const screen of screens) {
        if (screen.doc !== doc) continue;
        const at = screen.at[screen.rows.findIndex((row) => row > after)];
        if (at === undefined) missed += 1;
        else seenMs.push(at - sentAt);
      }
    }
    return {
      case: `${placeOf(room)}: ${names.length} sheets, ${writers} people, each ${perSecond}/s${why(refused)}`,
      ...played,
      lost: played.offered - played.done + missed,
      offeredMs: seconds * 1_000,
      seenMs,
      bytes: sum(shown.map(({ bytes }) => bytes)),
      clients: writers,
    };
  });
}
