import type { Figures } from "@/bench/figures";
import { command, openConsoles } from "@/bench/load/orders";
import { measured } from "@/bench/measured";
import type { BenchProduct, BenchRoom } from "@/bench/product";
import { type Crowd, sum } from "@/bench/workloads/crowd";
import type { Bench } from "@/bench/workloads/workload";

/** Which generator holds the consoles; any of them can. */
export const WITH_CONSOLES = 0;

/** What a facilitator presses while everybody watches. */
export interface Presses {
  case: string;
  commands: readonly unknown[];
  perSecond: number;
  /** More consoles, beside those that are open: one socket may send ten commands a second. */
  consoles: number;
  /** What phones then get, by what this matches of it. */
  pattern: string;
  /** What was matched, in the order of the commands that brought it about. */
  inOrder(marks: readonly string[]): readonly string[];
}

/** Presses at a steady rate, and measures when every phone of the crowd shows each. */
export async function pressed(
  { fleet }: Bench,
  product: BenchProduct,
  { id, cookie }: BenchRoom,
  crowd: Crowd,
  { case: name, commands, perSecond, consoles, pattern, inOrder }: Presses,
): Promise<Figures> {
  const place = { room: id, url: product.url, session: id, cookie };
  await fleet.ask(WITH_CONSOLES, openConsoles, { ...place, count: consoles });
  return measured(product, async () => {
    await crowd.watch(pattern);
    const order = { room: id, commands: [...commands], perSecond };
    const { sentAt, refused: _, ...played } = await fleet.ask(WITH_CONSOLES, command, order);
    const { marks, bytes, phones } = await crowd.seen(commands.length);
    const times = inOrder([...marks.keys()]).map((mark) => marks.get(mark) ?? []);
    const seenMs = times.flatMap((at, press) => at.map((each) => each - (sentAt[press] ?? 0)));
    const notDone = played.offered - played.done;
    return {
      ...played,
      case: name,
      offeredMs: (commands.length / perSecond) * 1_000,
      lost: notDone + phones * commands.length - sum(times.map((at) => at.length)),
      seenMs,
      slowestMs: times.map((at, press) => Math.max(0, ...at) - (sentAt[press] ?? 0)),
      bytes,
      clients: phones,
    };
  });
}
