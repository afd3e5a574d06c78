import { mean, permutationsHeap, variance } from "simple-statistics";
import { describe, expect, it } from "vitest";
import {
  cardsNeeded,
  chancesOf,
  holm,
  isLeak,
  type Outcome,
  test as superiority,
} from "@/attack/anonymity/statistics";
import { seeded } from "@/attack/random";

/** The variance of one blind guess among eight people. */
const SPREAD = (1 / 8) * (7 / 8);

describe("what chance gives", () => {
  it("agrees with trying all permutations", () => {
    const guesses = ["a", "a", "b", "c", "b"];
    const truths = ["b", "a", "a", "c", "a"];
    const hits = permutationsHeap(truths).map(
      (each) => guesses.filter((guess, at) => guess === each[at]).length,
    );
    const chances = chancesOf({ session: "s", guesses, truths });
    expect(chances.expected).toBeCloseTo(mean(hits), 10);
    expect(chances.variance).toBeCloseTo(variance(hits), 10);
  });
});

/** Sessions of eight cards by eight people, of which this share is known for certain. */
function outcomesWith(known: number, sessions: number): Outcome[] {
  const random = seeded(5);
  const people = Array.from({ length: 8 }, (_, at) => String(at));
  return Array.from({ length: sessions }, (_, at) => {
    const truths = random.shuffle(people);
    const blind = random.shuffle(people);
    const guesses = truths.map((truth, card) =>
      random.chance(known) ? truth : (blind[card] ?? ""),
    );
    return {
      ...{ session: String(at), n: 8, labels: { guesses, truths } },
      ...chancesOf({ session: "", guesses, truths }),
    };
  });
}

describe("the test of less than 2 points above chance", () => {
  const enough = Math.ceil(cardsNeeded(SPREAD, 10) / 8);

  it("needs about 8,500 cards for eight people and ten channels", () => {
    expect(cardsNeeded(SPREAD, 10)).toBeGreaterThan(7_500);
    expect(cardsNeeded(SPREAD, 10)).toBeLessThan(8_700);
  });

  it("confirms blind guesses, and neither a leak of a few points nor too small a run", () => {
    expect(superiority(outcomesWith(0, enough)).p).toBeLessThan(0.001);
    expect(superiority(outcomesWith(0.03, enough)).p).toBeGreaterThan(0.01);
    expect(superiority(outcomesWith(0, 30)).p).toBeGreaterThan(0.001);
  });

  it("calls a leak what is one, even in a small run, and nothing else", () => {
    expect(isLeak(outcomesWith(0.5, 20), seeded(6))).toBe(true);
    expect(isLeak(outcomesWith(0, 20), seeded(6))).toBe(false);
  });

  it("is not deceived by a run so small that chance alone guesses all of it now and then", () => {
    const one = { guesses: ["reply", ..."1234567"], truths: ["reply", ..."1234567"] };
    const blind = one.guesses.map((guess) => (guess === "reply" ? guess : "none"));
    const labels = { guesses: blind, truths: blind };
    const outcome = { n: 8, ...chancesOf({ session: "", ...labels }), labels };
    // One among eight, three times: once in 512.
    const three = ["a", "b", "c"].map((session) => ({ session, ...outcome }));
    expect(isLeak(three, seeded(6))).toBe(false);
    const known = { n: 8, ...chancesOf({ session: "", ...one }), labels: one };
    expect(
      isLeak(
        [
          { session: "a", ...known },
          { session: "b", ...known },
        ],
        seeded(6),
      ),
    ).toBe(true);
  });

  it("adjusts for the number of channels as Holm does", () => {
    const adjusted = holm([0.01, 0.04, 0.03]);
    for (const [at, p] of [0.03, 0.06, 0.06].entries()) expect(adjusted[at]).toBeCloseTo(p, 10);
  });
});
