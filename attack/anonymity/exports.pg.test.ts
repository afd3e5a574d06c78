import { afterAll, beforeAll, expect, test } from "vitest";
import { filesOf } from "@/attack/anonymity/summary";
import { type Part, playWorkshop } from "@/attack/anonymity/workshop";
import { seeded } from "@/attack/random";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { type Node, signUp, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;
let account: { id: string; cookie: string };

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
  account = await signUp(node, "ada@example.org");
});

afterAll(async () => {
  await node.stop();
  await database.drop();
});

const READINGS = Array.from({ length: 8 }, (_, at) => `Lesart Nummer ${at}`);
const CARDS = Array.from({ length: 8 }, (_, at) => `Ein Nein Nummer ${at}`);
const THEMES = new Map(CARDS.map((card, at) => [card, at < 4 ? "Schweigen" : "Absage"]));

/** What was done in the room, and by whom in this telling of it. */
function told(seed: number, votes: readonly number[]): Part[] {
  const random = seeded(seed);
  const cards = random.shuffle(CARDS);
  const readings = random.shuffle(READINGS);
  const choices = random.shuffle(votes);
  const scores = random.shuffle(votes.map((vote, at) => ({ before: 3 + at, after: vote + 2 })));
  const finishes = random.shuffle([true, true, true, true, true, true, false, false]);
  const parts = cards.map((card, at) => ({
    card,
    mayBeQuoted: true,
    reading: readings[at] ?? "",
    vote: READINGS[choices[at] ?? 0] ?? "",
    before: scores[at]?.before ?? 0,
    after: scores[at]?.after ?? 0,
    finishes: finishes[at] ?? false,
  }));
  return random.shuffle(parts);
}

test("two sessions that differ only in who wrote what export the same bytes", async () => {
  const votes = [0, 0, 0, 1, 1, 2, 2, 3];
  const options = { themes: THEMES };
  const tellings = [told(1, votes), told(2, votes), told(3, [0, 0, 0, 0, 1, 2, 2, 3])];
  const exports = await Promise.all(
    tellings.map(async (parts) => {
      const { session } = await playWorkshop(node, account, parts, options);
      return filesOf(node, account, session);
    }),
  );
  const [one, other, withAnotherVote] = exports;
  expect(one?.join("\n")).toContain("Lesart Nummer 0");
  expect(other).toEqual(one);
  // The control: what is different in the room is different in the file.
  expect(withAnotherVote).not.toEqual(one);
});
