import { expect, test } from "vitest";
import { isResult, type OwnBallot } from "@/attack/crash/ballots";

const K = 3;

const ballot = (
  drawn: readonly string[] | null,
  content: unknown,
  fate: "accepted" | "uncertain" = "accepted",
): OwnBallot => ({
  ...{ activity: "views", kind: "any", slot: "vote", drawn },
  sent: [{ revision: 1, content, fate }],
});

test("ballots of enough people have to be counted where all saw the same", () => {
  const all = Array.from({ length: K }, () => ballot(null, 4));
  expect(isResult(all, K)).toBe(true);
  expect(isResult(all.slice(1), K)).toBe(false);
  expect(isResult([...all.slice(1), ballot(null, 4, "uncertain")], K)).toBe(false);
});

test("drawn ones have to be where enough people saw something that has a vote", () => {
  const same = Array.from({ length: K }, (_, at) => ballot(["a", "b"], at === 0 ? ["a"] : []));
  expect(isResult(same, K)).toBe(true);
  expect(isResult([...same.slice(1), ballot(["b", "c"], ["c"])], K)).toBe(false);
  // Many people, of whom no three saw the same.
  const apart = ["ab", "cd", "ef", "gh", "ia"].map((drawn) => ballot([...drawn], [...drawn]));
  expect(isResult(apart, K)).toBe(false);
  expect(isResult([...apart, ballot(["a", "x"], ["x"])], K)).toBe(true);
});
