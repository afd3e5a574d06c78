import type { Json } from "@/attack/anonymity/evidence";

/** How many scores there are, from 0 to 10, and the bands that they are drawn together to. */
const SCORES = 11;
const BANDS = [0, 4, 7] as const;

/** How often each score, or each band of scores, was given to one question, wherever that stands. */
export interface Telling {
  question: string;
  counts: readonly number[];
}

/**
 * Every count of scores in a text of JSON, whichever field it stands in: a list of so many whole
 * numbers below the name of a question.
 */
export function tellingsIn(text: string, questions: readonly string[]): Telling[] {
  const found: Telling[] = [];
  const walk = (value: Json, question: string | null): void => {
    if (value === null || typeof value !== "object") return;
    if (Array.isArray(value)) {
      const counts = value.filter((each) => typeof each === "number");
      const isCount = counts.length === SCORES || counts.length === BANDS.length;
      if (question !== null && isCount && counts.length === value.length) {
        found.push({ question, counts });
      }
      for (const each of value) walk(each, question);
      return;
    }
    for (const [key, each] of Object.entries(value)) {
      walk(each, questions.includes(key) ? key : question);
    }
  };
  const parsed: Json = JSON.parse(text);
  walk(parsed, null);
  return found;
}

/** A score, or a band, that two tellings beside each other tell of fewer than k people. */
export interface Told {
  question: string;
  /** How often each score or band is among them. */
  counts: readonly number[];
}

/**
 * What an adversary learns by subtracting one telling from another of the same question. `planted` are
 * the scores that phones of its own have given, or claimed: it knows them and takes them out first.
 * What is left and is fewer than `k` people's was told of them.
 */
export function subtract(
  tellings: readonly Telling[],
  planted: readonly number[],
  k: number,
): Told[] {
  const told = new Map<string, Told>();
  for (const one of tellings) {
    for (const other of tellings) {
      if (one.question !== other.question || one.counts.length !== other.counts.length) continue;
      for (const more of withoutOwn(one.counts, planted)) {
        for (const less of withoutOwn(other.counts, planted)) {
          const rest = more.map((count, at) => count - (less[at] ?? 0));
          const people = rest.reduce((sum, count) => sum + count, 0);
          if (people < 1 || people >= k || rest.some((count) => count < 0)) continue;
          told.set(`${one.question}/${rest}`, { question: one.question, counts: rest });
        }
      }
    }
  }
  return [...told.values()];
}

/** A telling as it is, and without what the adversary's own phones may have put into it. */
function withoutOwn(counts: readonly number[], planted: readonly number[]): number[][] {
  const bandOf = (score: number) => BANDS.findLastIndex((from) => from <= score);
  return planted.reduce<number[][]>(
    (all, score) => {
      const at = counts.length === SCORES ? score : bandOf(score);
      const without = all
        .filter((each) => (each[at] ?? 0) > 0)
        .map((each) => each.map((count, place) => (place === at ? count - 1 : count)));
      return [...all, ...without];
    },
    [[...counts]],
  );
}
