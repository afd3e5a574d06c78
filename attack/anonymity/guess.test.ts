import { describe, expect, it } from "vitest";
import { authorAttacks, bestOf, type Round } from "@/attack/anonymity/guess";
import { personas } from "@/attack/anonymity/personas";
import { isLeak } from "@/attack/anonymity/statistics";
import { type Random, seeded } from "@/attack/random";

/** As many facts as a facilitator's frames hold against a card. */
const FACTS = 20;
const RUNS = 200;

/** One question a session, answered once by each. */
function roundsWith(
  sessions: number,
  random: Random,
  factOf: (author: string, fact: number) => number,
): Round[] {
  return Array.from({ length: sessions }, (_, number) => ({
    session: String(number),
    half: number % 2 === 0 ? 0 : 1,
    cards: random.shuffle(personas).map(({ name }) => ({
      text: name,
      author: name,
      facts: new Map(
        Array.from({ length: FACTS }, (__, fact) => [String(fact), factOf(name, fact)]),
      ),
    })),
    timelines: new Map([["asked", random.shuffle(personas).map(({ name }) => name)]]),
  }));
}

const isFound = (rounds: Round[], random: Random) =>
  isLeak(bestOf(authorAttacks(rounds, random)).outcomes, random);

describe("the best of many ways of guessing", () => {
  it("makes no leak of chance, however many there are", () => {
    const random = seeded(3);
    const found = Array.from({ length: RUNS }, () =>
      isFound(
        roundsWith(3, random, () => random.next()),
        random,
      ),
    ).filter(Boolean);
    expect(found.length).toBeLessThanOrEqual(RUNS / 100);
  });

  it("finds what one fact among them tells of authors", () => {
    const random = seeded(4);
    const habit = (author: string) => personas.findIndex(({ name }) => name === author);
    const rounds = roundsWith(6, random, (author, fact) =>
      fact === FACTS / 2 ? habit(author) : random.next(),
    );
    expect(isFound(rounds, random)).toBe(true);
  });
});
