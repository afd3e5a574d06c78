import { describe, expect, test } from "vitest";
import {
  essenceOf,
  type Held,
  measured,
  playMeasure,
  type Rated,
} from "@/attack/anonymity/measure";
import { subtract, tellingsIn } from "@/attack/anonymity/subtraction";
import { nodeForFile } from "@/server/testing/own-node";

/**
 * Counts against counts: a room in which one of eleven phones is planted, and somebody leaves, or comes
 * late. Nothing that anybody is sent, the log keeps or a file says may tell how that one answered.
 */
const K_SCORES = 5;

const at = nodeForFile();

/** Nine who stay, and one planted phone that says it had answered, too. */
const CLAIMED = 4;
const staying: Rated[] = [3, 3, 5, 6, 6, 7, 8, 9, 9].map((before, at) => ({
  before,
  after: Math.max(0, before - (at % 4)),
}));
const planted: Rated = { before: null, claims: CLAIMED, after: 5 };
const leaver = (before: number): Rated => ({ before, after: null });
const latecomer = (after: number): Rated => ({ before: null, after });

const play = (...others: Rated[]) => playMeasure(at, [...staying, planted, ...others]);

const toldBy = ({ seen, log, files }: Held) => {
  const [, json = "null"] = files;
  const texts = [...new Set(seen.map((view) => JSON.stringify(view))), ...log, json];
  const tellings = texts.flatMap((text) => tellingsIn(text, measured));
  return subtract(tellings, [CLAIMED, 5], K_SCORES);
};

describe("with a planted phone among eleven", () => {
  test("no two numbers can be subtracted to how somebody answered who left, or came late", async () => {
    for (const held of await Promise.all([play(leaver(10)), play(latecomer(10))])) {
      expect(toldBy(held)).toEqual([]);
    }
  });

  test("whoever left before the second asking has changed nothing that anybody gets", async () => {
    const [one, other] = await Promise.all([play(leaver(0)), play(leaver(10))]);
    expect(essenceOf(other)).toEqual(essenceOf(one));
  });

  test("whoever came after the first asking has changed nothing that anybody gets", async () => {
    const [one, other] = await Promise.all([play(latecomer(0)), play(latecomer(10))]);
    expect(essenceOf(other)).toEqual(essenceOf(one));
  });

  test("the room differs where those do who answered both times, so that this is seen", async () => {
    const [one, other] = await Promise.all([
      play({ before: 0, after: 10 }),
      play({ before: 10, after: 0 }),
    ]);
    expect(essenceOf(other)).not.toEqual(essenceOf(one));
  });
});
