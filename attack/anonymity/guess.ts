import type { Facts, Timelines } from "@/attack/anonymity/evidence";
import { chancesOf, type Outcome } from "@/attack/anonymity/statistics";
import type { Random } from "@/attack/random";

/** One question of one session: its cards, what is held against each, what was seen of people. */
export interface Round {
  session: string;
  /** Even or odd number of its session: what is learnt from one half is tried on the other. */
  half: 0 | 1;
  cards: { text: string; author: string; facts: Facts }[];
  timelines: Timelines;
}

/** One way of guessing, and how it did in each half: worked out when it is asked for, of hundreds often a single one. */
export interface Attack {
  name: string;
  /** With what was learnt from the other half, where there is something to learn. */
  outcomes(): Halves;
  /**
   * By what the attack is chosen for the other half: what it did here without knowing anything of
   * there. Else chance that both halves share would both choose an attack and count as its success.
   */
  trials(): Halves;
}

type Halves = readonly [Outcome[], Outcome[]];

/** As many quantiles of a fact as there are people to be told apart by it. */
const QUANTILES = 8;

/** To which half the session with this number belongs. */
export const halfOf = (number: number): Round["half"] => (number % 2 === 0 ? 0 : 1);

/** Those that differ within some round: what is the same for all its cards tells none from another. */
function factsIn(rounds: readonly Round[]): string[] {
  const named = new Set(
    rounds.flatMap(({ cards }) => cards.flatMap(({ facts }) => [...facts.keys()])),
  );
  return [...named].filter((fact) =>
    rounds.some(({ cards }) => new Set(cards.map(({ facts }) => facts.get(fact))).size > 1),
  );
}

/** Numbers by size, words by their bytes, nothing last; what is equal is in no order. */
function inOrderOf<T extends { facts: Facts }>(
  items: readonly T[],
  fact: string,
  random: Random,
): T[] {
  const of = ({ facts }: T) => facts.get(fact);
  return random.shuffle(items).sort((one, other) => {
    const [a, b] = [of(one), of(other)];
    if (a === b) return 0;
    if (a === undefined) return 1;
    if (b === undefined) return -1;
    if (typeof a === "number" && typeof b === "number") return a - b;
    return String(a) < String(b) ? -1 : 1;
  });
}

const scored = (session: string, guesses: string[], truths: string[]): Outcome => ({
  session,
  n: truths.length,
  ...chancesOf({ session, guesses, truths }),
  labels: { guesses, truths },
});

const halves = (rounds: readonly Round[], score: (round: Round) => Outcome): Halves => [
  rounds.filter(({ half }) => half === 0).map(score),
  rounds.filter(({ half }) => half === 1).map(score),
];

/** Makes something when it is first asked for, and once. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => {
    made ??= make();
    return made;
  };
}

/** An attack that needs nothing from other rounds. */
function unlearnt(
  name: string,
  rounds: readonly Round[],
  score: (round: Round) => Outcome,
): Attack {
  const outcomes = once(() => halves(rounds, score));
  return { name, outcomes, trials: outcomes };
}

/** The card at rank i in some order is of whoever was seen i-th in some order, or i-th from the end. */
function byRank(rounds: readonly Round[], fact: string, line: string, random: Random): Attack[] {
  return [false, true].map((backwards) =>
    unlearnt(
      `${fact} by ${line}${backwards ? ", backwards" : ""}`,
      rounds,
      ({ session, cards, timelines }) => {
        const people = timelines.get(line) ?? [];
        const guesses = backwards ? [...people].reverse() : people;
        const ordered = inOrderOf(cards, fact, random);
        return scored(
          session,
          ordered.map((_, at) => guesses[at] ?? ""),
          ordered.map(({ author }) => author),
        );
      },
    ),
  );
}

/** What each value of a fact meant elsewhere: its own, or the quantile that it falls into. */
function learnt(
  rounds: readonly Round[],
  fact: string,
  as: "value" | "quantile",
  random: Random,
): Attack {
  const marked = ({ cards }: Round): Marked[] => {
    const ordered = inOrderOf(cards, fact, random);
    return ordered.map(({ facts, author }, at) => ({
      author,
      mark:
        as === "value"
          ? String(facts.get(fact))
          : String(Math.floor((at * QUANTILES) / ordered.length)),
    }));
  };
  const marks = once(() => new Map(rounds.map((round) => [round, marked(round)])));
  const lessons = once(() =>
    ([0, 1] as const).map((half) =>
      timesSeen(
        rounds.filter((round) => round.half === half).flatMap((round) => marks().get(round) ?? []),
      ),
    ),
  );
  const guessed = (round: Round, from: 0 | 1): Outcome => {
    const cards = marks().get(round) ?? [];
    const people = [...new Set(cards.map(({ author }) => author))];
    const own = timesSeen(from === round.half ? cards : []);
    const guesses = cards.map(({ mark }) => {
      const times = (author: string) =>
        (lessons()[from]?.get(mark)?.get(author) ?? 0) - (own.get(mark)?.get(author) ?? 0);
      return random
        .shuffle(people)
        .reduce((best, each) => (times(each) > times(best) ? each : best));
    });
    return scored(
      round.session,
      guesses,
      cards.map(({ author }) => author),
    );
  };
  return {
    name: `${fact}, learnt by ${as}`,
    outcomes: once(() => halves(rounds, (round) => guessed(round, round.half === 0 ? 1 : 0))),
    // From the other rounds of the same half.
    trials: once(() => halves(rounds, (round) => guessed(round, round.half))),
  };
}

interface Marked {
  mark: string;
  author: string;
}

/** How often each mark was whose. */
function timesSeen(cards: readonly Marked[]): Map<string, Map<string, number>> {
  const seen = new Map<string, Map<string, number>>();
  for (const { mark, author } of cards) {
    const authors = seen.get(mark) ?? new Map<string, number>();
    authors.set(author, (authors.get(author) ?? 0) + 1);
    seen.set(mark, authors);
  }
  return seen;
}

/** Who holds nothing names the same person every time. */
function withoutClues(rounds: readonly Round[]): Attack {
  return unlearnt("nothing to go by", rounds, ({ session, cards }) => {
    const truths = cards.map(({ author }) => author);
    return scored(session, Array<string>(truths.length).fill(truths[0] ?? ""), truths);
  });
}

/** Every simple way of telling authors from these facts. */
export function authorAttacks(rounds: readonly Round[], random: Random): Attack[] {
  const facts = factsIn(rounds);
  if (facts.length === 0) return [withoutClues(rounds)];
  const lines = [...(rounds[0]?.timelines.keys() ?? [])];
  return facts.flatMap((fact) => [
    ...lines.flatMap((line) => byRank(rounds, fact, line, random)),
    learnt(rounds, fact, "quantile", random),
    learnt(rounds, fact, "value", random),
  ]);
}

/** Neighbours in an order count for one another, so that hits come in pairs. */
const PAIRED = 2;

/** Every simple way of telling which cards share an author: each card names one other. */
export function linkAttacks(rounds: readonly Round[], random: Random): Attack[] {
  return factsIn(rounds).map((fact) =>
    unlearnt(`${fact}, the nearest`, rounds, ({ session, cards }) => {
      const ordered = inOrderOf(cards, fact, random);
      const n = ordered.length;
      const counts = new Map<string, number>();
      for (const { author } of cards) counts.set(author, (counts.get(author) ?? 0) + 1);
      const pairs = [...counts.values()].reduce((sum, count) => sum + count * (count - 1), 0);
      const chanceOfPair = n > 1 ? pairs / (n * (n - 1)) : 0;
      const hits = ordered.filter(({ author, facts: own }, at) => {
        const [before, after] = [ordered[at - 1], ordered[at + 1]];
        const same = (each: typeof before) => each?.facts.get(fact) === own.get(fact);
        const partner = before && (!after || (same(before) && !same(after))) ? before : after;
        return partner?.author === author;
      }).length;
      const variance = PAIRED * n * chanceOfPair * (1 - chanceOfPair);
      return { session, n, hits, expected: chanceOfPair * n, variance };
    }),
  );
}

/** The attack that did best in the other half is the one that counts in this one. `names`: those that did. */
export function bestOf(attacks: readonly Attack[]): { outcomes: Outcome[]; names: string[] } {
  const excess = (outcomes: readonly Outcome[]) =>
    outcomes.reduce((sum, { hits, expected }) => sum + hits - expected, 0);
  const names: string[] = [];
  const outcomes = ([0, 1] as const).flatMap((half) => {
    const other = half === 0 ? 1 : 0;
    const best = attacks.reduce<Attack | undefined>(
      (leading, each) =>
        leading && excess(leading.trials()[other]) >= excess(each.trials()[other]) ? leading : each,
      undefined,
    );
    if (!best) return [];
    names.push(best.name);
    return best.outcomes()[half];
  });
  return { outcomes, names: [...new Set(names)] };
}
