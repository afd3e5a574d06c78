import type { Evidence, Json } from "@/attack/anonymity/evidence";
import { K_SCORES } from "@/lib/session/state";

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
      // In frames the name stands in a path.
      const named = key.split("/").find((part) => questions.includes(part));
      walk(each, named ?? question);
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
  const own = (places: number) => planted.reduce(counting, Array<number>(places).fill(0));
  for (const one of tellings) {
    for (const other of tellings) {
      if (one.question !== other.question || one.counts.length !== other.counts.length) continue;
      for (const more of withoutOwn(one.counts, planted)) {
        for (const less of withoutOwn(other.counts, planted)) {
          const rest = more.map((count, at) => count - (less[at] ?? 0));
          const people = rest.reduce((sum, count) => sum + count, 0);
          if (people < 1 || people >= k || rest.some((count) => count < 0)) continue;
          // Its own phones' scores it knew before.
          if (rest.every((count, at) => count <= (own(rest.length)[at] ?? 0))) continue;
          told.set(`${one.question}/${rest}`, { question: one.question, counts: rest });
        }
      }
    }
  }
  return [...told.values()];
}

/** Whose phone is planted, as far as subtracting goes: the adversary knows what it answered. */
export const PLANTED = "ben";

/** What must not be told by two counts beside each other, in log, frames and exports of one session. */
export function findSubtractions({ trace, rows, exports }: Evidence): string[] {
  const questions = [...new Set(trace.rated.map(({ item }) => item))];
  const [, json = "null"] = exports;
  const frames = [...trace.frames.values()].flat();
  const texts = [...new Set([...rows.map(({ text }) => text), ...frames, json])];
  // Most of it says nothing of scores, and parsing all of it takes long.
  const fitting = texts.filter((text) => questions.some((question) => text.includes(question)));
  const tellings = fitting.flatMap((text) => tellingsIn(text, questions));
  const told = questions.flatMap((question) => {
    const own = trace.rated.filter(({ who, item }) => who === PLANTED && item === question);
    const planted = own.flatMap(({ before, after }) =>
      after === null ? [before] : [before, after],
    );
    return subtract(
      tellings.filter((each) => each.question === question),
      planted,
      K_SCORES,
    );
  });
  return told.length > 0 ? ["scores of fewer than k people, by subtracting two counts"] : [];
}

/** Where a score is counted in a list of so many scores, or bands. */
const placeOf = (score: number, places: number): number =>
  places === SCORES ? score : BANDS.findLastIndex((from) => from <= score);

/** The counts with one more of a score. */
function counting(counts: readonly number[], score: number): number[] {
  const at = placeOf(score, counts.length);
  return counts.map((count, place) => (place === at ? count + 1 : count));
}

/** A telling as it is, and without what the adversary's own phones may have put into it. */
function withoutOwn(counts: readonly number[], planted: readonly number[]): number[][] {
  const all = [[...counts]];
  for (const score of planted) {
    const at = placeOf(score, counts.length);
    const without = all
      .filter((each) => (each[at] ?? 0) > 0)
      .map((each) => each.map((count, place) => (place === at ? count - 1 : count)));
    all.push(...without);
  }
  return all;
}
