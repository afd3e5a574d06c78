import type { Chance } from "@/lib/activities/simulation";

/** A small generator with a seed (mulberry32), so that a run's decisions can be made again. */
export interface Random {
  /** 0 ≤ x < 1. */
  next(): number;
  /** A whole number below `end`. */
  below(end: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T | undefined;
  /** A shuffled copy. */
  shuffle<T>(items: readonly T[]): T[];
  /** Lower-case hex digits. Not for secrets. */
  hex(digits: number): string;
}

export function seeded(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
    shuffle(items) {
      const shuffled = [...items];
      for (let last = shuffled.length - 1; last > 0; last -= 1) {
        const other = below(last + 1);
        const swapped = shuffled.splice(other, 1, ...shuffled.slice(last, last + 1));
        shuffled.splice(last, 1, ...swapped);
      }
      return shuffled;
    },
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(""),
  };
}

/** The same for simulated people, whose secrets need not be any here. */
export const chanceOf = (random: Random): Chance => ({
  int: (least, below) => least + random.below(below - least),
  secret: () => random.hex(32),
});
