import { describe, expect, test } from "vitest";
import { type Answers, playLeftOpen } from "@/attack/anonymity/left-open";
import { nodeForFile } from "@/server/testing/own-node";

/**
 * Optional scores (decision 0063): rooms that differ in who left a question open. Whoever attacks holds what
 * everybody was sent, the log, the files and the rows on the disk while it was asked.
 */
const at = nodeForFile();

/** Whoever leaves it open says something of their own to the other question. */
const people: readonly Answers[] = [2, 3, 3, 4, 5, 6, 8, 9].map((guess) => ({ guess, lived: 3 }));
const leftOpenBy = (...who: readonly number[]): Answers[] =>
  people.map((each, number) => (who.includes(number) ? { ...each, lived: null } : each));

describe("who left a question open", () => {
  test("is told by nothing that anybody gets, nor by the rows of the disk (P188, P189)", async () => {
    const [one, other] = await Promise.all([
      playLeftOpen(at, leftOpenBy(0)),
      playLeftOpen(at, leftOpenBy(7)),
    ]);
    expect(other).toEqual(one);
  });

  test("and whether anybody did is told by no row", async () => {
    const [nobody, somebody] = await Promise.all([
      playLeftOpen(at, leftOpenBy()),
      playLeftOpen(at, leftOpenBy(2, 5)),
    ]);
    expect(somebody.rows).toEqual(nobody.rows);
    // The number of answers to each question is shown, so that the comparison sees what there is.
    expect(somebody.told).not.toEqual(nobody.told);
  });

  test("of fewer than k scores nothing is told, not even how many there are", async () => {
    const [three, four] = await Promise.all([
      playLeftOpen(at, leftOpenBy(0, 1, 2, 3, 4)),
      playLeftOpen(at, leftOpenBy(0, 1, 2, 3)),
    ]);
    expect(four.told).toEqual(three.told);
  });

  test("would be told by a phone that hands in nothing instead: positive control", async () => {
    const [nobody, somebody] = await Promise.all([
      playLeftOpen(at, leftOpenBy(), "nothing"),
      playLeftOpen(at, leftOpenBy(2, 5), "nothing"),
    ]);
    expect(somebody.rows).not.toEqual(nobody.rows);
  });
});
