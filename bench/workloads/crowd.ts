import type { Fleet } from "@/bench/load/fleet";
import {
  enter,
  leave,
  type Played,
  playAtOnce,
  playSteadily,
  seen,
  watch,
} from "@/bench/load/orders";
import type { BenchProduct, BenchRoom, KnownPhone } from "@/bench/product";

/** The longest wait for what everybody is to see; reached only where something is lost. */
export const SEEN_WITHIN_MS = 30_000;

/** What a patch says of the phase. */
export const PHASE = '"activity":\\{"phase":"([^"]+)"';

/** When each screen got each thing that was watched for. */
export interface SeenByAll {
  marks: ReadonlyMap<string, readonly number[]>;
  bytes: number;
  phones: number;
  backAt: readonly number[];
}

/** The phones of a room, spread over the load generators. */
export interface Crowd {
  readonly count: number;
  /** `only`: nothing but commands of this type. */
  playAtOnce(only?: string): Promise<Played>;
  watch(pattern: string): Promise<void>;
  /** Resolves once each phone has seen so many different things. */
  seen(marks: number): Promise<SeenByAll>;
  leave(): Promise<void>;
}

/** How they came in. */
export interface CameIn {
  tookMs: number[];
  lastAt: number;
  failed: Record<string, number>;
  bytes: number;
}

/**
 * Lets phones into a room. `within`: over how many ms they are spread. `byPage`: each loads page and files and
 * joins by the code before, and none is known to the room. `characters`: how long everything is that they write, which then has
 * a mark of its own in front.
 */
export async function bringIn(
  fleet: Fleet,
  product: BenchProduct,
  room: BenchRoom,
  phones: readonly KnownPhone[],
  {
    withinMs = 0,
    byPage = false,
    comesBack = false,
    characters = null,
  }: { withinMs?: number; byPage?: boolean; comesBack?: boolean; characters?: number | null } = {},
): Promise<{ crowd: Crowd; cameIn: CameIn }> {
  const own = (generator: number) => phones.filter((_, at) => at % fleet.size === generator);
  const answers = await fleet.askAll(enter, (generator) => ({
    room: room.id,
    url: product.url,
    session: room.id,
    phones: own(generator).map((phone) => ({ ...phone, pass: byPage ? null : phone.pass })),
    withinMs,
    code: byPage ? room.code : null,
    ...{ comesBack, characters },
  }));
  const cameIn: CameIn = {
    tookMs: answers.flatMap(({ tookMs }) => tookMs),
    lastAt: Math.max(...answers.map(({ lastAt }) => lastAt)),
    failed: sumByName(answers.map(({ failed }) => failed)),
    bytes: sum(answers.map(({ bytes }) => bytes)),
  };
  const crowd: Crowd = {
    count: cameIn.tookMs.length,
    async playAtOnce(only) {
      return together(
        await fleet.askAll(playAtOnce, () => ({ room: room.id, only: only ?? null })),
      );
    },
    async watch(pattern) {
      await fleet.askAll(watch, () => ({ room: room.id, pattern }));
    },
    async seen(marks) {
      const withinMs = SEEN_WITHIN_MS;
      const parts = await fleet.askAll(seen, () => ({ room: room.id, marks, withinMs }));
      const byMark = new Map<string, number[]>();
      for (const { mark, at } of parts.flatMap((part) => part.marks)) {
        byMark.set(mark, [...(byMark.get(mark) ?? []), ...at]);
      }
      return {
        marks: byMark,
        bytes: sum(parts.map(({ bytes }) => bytes)),
        phones: sum(parts.map((part) => part.phones)),
        backAt: parts.flatMap(({ backAt }) => backAt),
      };
    },
    async leave() {
      await fleet.askAll(leave, () => ({ room: room.id }));
    },
  };
  return { crowd, cameIn };
}

/** Leads a room one step on, and waits until each phone of the crowd shows where; whether there is a next one. */
export async function goOnWith(crowd: Crowd, room: BenchRoom): Promise<boolean> {
  await crowd.watch(PHASE);
  const goesOn = await room.goOn();
  await crowd.seen(1);
  return goesOn;
}

/** The people of some rooms act one after the other for a while, so many in all per second. */
export async function actSteadily(
  fleet: Fleet,
  rooms: readonly BenchRoom[],
  actsPerSecond: number,
  seconds: number,
): Promise<Played> {
  return together(
    await fleet.askAll(playSteadily, () => ({
      rooms: rooms.map(({ id }) => id),
      peoplePerSecond: actsPerSecond / fleet.size,
      seconds,
    })),
  );
}

/** What several generators did at the same time. */
export function together(parts: readonly Played[]): Played {
  return {
    offered: sum(parts.map(({ offered }) => offered)),
    done: sum(parts.map(({ done }) => done)),
    again: sum(parts.map(({ again }) => again)),
    refused: sumByName(parts.map(({ refused }) => refused)),
    answersMs: parts.flatMap(({ answersMs }) => answersMs),
    tookMs: Math.max(...parts.map(({ tookMs }) => tookMs)),
  };
}

export const sum = (numbers: readonly number[]): number =>
  numbers.reduce((all, each) => all + each, 0);

function sumByName(parts: readonly Record<string, number>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const [name, count] of parts.flatMap((part) => Object.entries(part))) {
    all[name] = (all[name] ?? 0) + count;
  }
  return all;
}

/** What failed and why, behind a case's name; nothing where all went well. */
export const why = (failed: Record<string, number>): string =>
  Object.entries(failed)
    .map(([name, count]) => ` (${count} × ${name})`)
    .join("");
