import { expect, test } from "vitest";
import { recallAnswer, recalledScores, seriesScores } from "@/lib/series/series-schema";

const QUESTIONS = ["personally", "distance", "contact"];
const bytes = (value: unknown): number => JSON.stringify(value).length;

test("the answer to words is as long whether anything is kept under them or not", () => {
  const answers = [
    recallAnswer(null, QUESTIONS),
    recallAnswer({ personally: 10, distance: 10, contact: 10 }, QUESTIONS),
    recallAnswer({ personally: 0, distance: 3, contact: 10 }, QUESTIONS),
    recallAnswer({ distance: 3 }, QUESTIONS),
  ];
  expect(new Set(answers.map(bytes)).size).toBe(1);
  // What is compared differs in length by itself.
  expect(new Set(answers.map(({ scores }) => bytes(scores))).size).toBe(4);
  for (const answer of answers) expect(recalledScores.parse(answer)).toEqual(answer);
});

test("only what is asked again is told", () => {
  const kept = { personally: 4, another: 7 };
  expect(recallAnswer(kept, QUESTIONS).scores).toEqual({ personally: 4 });
  expect(recallAnswer({ another: 7 }, QUESTIONS).scores).toBeNull();
});

test("a series keeps a few scores, and at least one", () => {
  const of = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [`question-${at}`, at]));
  expect(seriesScores.safeParse(of(6)).success).toBe(true);
  expect(seriesScores.safeParse(of(7)).success).toBe(false);
  expect(seriesScores.safeParse({}).success).toBe(false);
  expect(seriesScores.safeParse({ personally: 11 }).success).toBe(false);
});
