import { errorFunction, probit, sum } from "simple-statistics";
import type { Random } from "@/attack/random";

/**
 * Guesses within which labels can be exchanged: the cards of one activity of one session. Whether
 * card 3 is Ada's or Ben's is exchangeable there if, and only if, nothing leaks.
 */
export interface Batch {
  session: string;
  guesses: readonly string[];
  truths: readonly string[];
}

/** What a guesser that knows nothing reaches, exactly: its guesses against exchanged truths. */
export interface Chances {
  hits: number;
  expected: number;
  variance: number;
}

/**
 * Mean and variance of the number of hits over all permutations of the truths (Hoeffding 1951,
 * combinatorial central limit theorem): no simulation, and how many cards each wrote stays known.
 */
export function chancesOf({ guesses, truths }: Batch): Chances {
  const m = truths.length;
  const count = (labels: readonly string[]) => {
    const counts = new Map<string, number>();
    for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
    return counts;
  };
  const guessed = count(guesses);
  const true_ = count(truths);
  const mean = sum([0, ...[...guessed].map(([label, n]) => n * (true_.get(label) ?? 0))]) / (m * m);
  let squares = 0;
  for (const guess of guesses) {
    const row = (true_.get(guess) ?? 0) / m;
    for (const truth of truths) {
      const column = (guessed.get(truth) ?? 0) / m;
      squares += ((guess === truth ? 1 : 0) - row - column + mean) ** 2;
    }
  }
  return {
    hits: guesses.filter((guess, at) => guess === truths[at]).length,
    expected: mean * m,
    variance: m > 1 ? squares / (m - 1) : 0,
  };
}

export interface Result {
  /** How many were guessed. */
  n: number;
  rate: number;
  chance: number;
  /** Standard error of `rate − chance`. */
  error: number;
  /** One-sided, of "at least `MARGIN` above chance". */
  p: number;
}

/** The claim is "less than 2 points above chance" (anonymity.md). */
export const MARGIN = 0.02;
/** Over all channels together, by Holm. */
export const ALPHA = 0.01;

/** Sessions are independent of each other, the cards inside one are not. */
export interface Outcome extends Chances {
  session: string;
  n: number;
  /** What was guessed and what is true, where they can be exchanged one by one. */
  labels?: Pick<Batch, "guesses" | "truths">;
}

/**
 * Tests H0 "attribution is at least 2 points above chance" against "it is less": z = (rate −
 * chance − 0.02) / error. The error is the larger of two: that of exchanging truths within batches,
 * and that of how sessions differ, which holds also where the cards of a session hang together.
 */
export function test(outcomes: readonly Outcome[]): Result {
  const n = sum([0, ...outcomes.map((each) => each.n)]);
  if (n === 0) return { n, rate: 0, chance: 0, error: 0, p: 1 };
  const rate = sum(outcomes.map((each) => each.hits)) / n;
  const chance = sum(outcomes.map((each) => each.expected)) / n;
  const bySession = new Map<string, number>();
  for (const { session, hits, expected, n: of } of outcomes) {
    const beyondMean = hits - expected - of * (rate - chance);
    bySession.set(session, (bySession.get(session) ?? 0) + beyondMean);
  }
  const permuted = sum(outcomes.map((each) => each.variance));
  const squares = sum([...bySession.values()].map((excess) => excess ** 2));
  const clustered = (squares * bySession.size) / Math.max(1, bySession.size - 1);
  const error = Math.sqrt(Math.max(permuted, clustered)) / n;
  const distance = rate - chance - MARGIN;
  const p = error === 0 ? Number(distance >= 0) : normal(distance / error);
  return { n, rate, chance, error, p };
}

const normal = (z: number): number => (1 + errorFunction(z / Math.SQRT2)) / 2;

/** Interval of `rate − chance` that covers 99 of 100. */
export function interval({ rate, chance, error }: Result): [number, number] {
  const margin = probit(0.995) * error;
  return [rate - chance - margin, rate - chance + margin];
}

/**
 * One in ten thousand: for saying that something leaks, where the claim asks for the contrary. A short run
 * asks it of some twenty channels, and must not be red once a month for nothing.
 */
const LEAK_ALPHA = 0.0001;
/** So many make sure of one in ten thousand to about half of it. */
const EXCHANGES = 50_000;
/** Above so many guesses the normal approximation is good, and exchanging takes long. */
const EXCHANGED_UP_TO = 2_000;

/**
 * Whether attribution is above chance + 2 points beyond doubt, however small the run. In a small one the
 * normal approximation calls three right guesses among eight people each a leak, which happen once in
 * 512 times: there the truths are exchanged many times, and hits counted.
 */
export function isLeak(outcomes: readonly Outcome[], random: Random): boolean {
  const { rate, chance, error, n } = test(outcomes);
  if (rate - chance - probit(1 - LEAK_ALPHA) * error <= MARGIN) return false;
  const labels = outcomes.flatMap((each) => each.labels ?? []);
  if (n > EXCHANGED_UP_TO || labels.length < outcomes.length) return true;
  const least = (rate - MARGIN) * n;
  let asGood = 0;
  for (let tries = 0; tries < EXCHANGES; tries += 1) {
    let hits = 0;
    for (const { guesses, truths } of labels) {
      const exchanged = random.shuffle(truths);
      for (const [at, guess] of guesses.entries()) if (guess === exchanged[at]) hits += 1;
    }
    if (hits >= least) asGood += 1;
    // More than could still be one in ten thousand.
    if (asGood > LEAK_ALPHA * EXCHANGES) return false;
  }
  return true;
}

/** Holm's step-down adjustment, in the order given. */
export function holm(ps: readonly number[]): number[] {
  const ascending = ps.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = ps.map(() => 1);
  let highest = 0;
  for (const [rank, { p, at }] of ascending.entries()) {
    highest = Math.max(highest, Math.min(1, p * (ps.length - rank)));
    adjusted[at] = highest;
  }
  return adjusted;
}

/**
 * How many cards the claim needs at α, by Holm's first step, and power 0.99. `spread` is the
 * variance of one card, as expected or as a run has shown it.
 */
export function cardsNeeded(spread: number, channels: number): number {
  const z = probit(1 - ALPHA / channels) + probit(0.99);
  return Math.ceil((z / MARGIN) ** 2 * spread);
}

/** The variance of one card as a run has shown it. */
export const spreadIn = ({ error, n }: Result): number => error ** 2 * n;
