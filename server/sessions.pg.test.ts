import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { type Node, signUp, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;

beforeAll(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
});

afterAll(async () => {
  await node?.stop();
  await database?.drop();
});

test("which sections a summary leaves out is kept with the session, and its owner's to choose", async () => {
  const { sessions } = node.server;
  const owner = await signUp(node, "ada@example.org");
  const other = await signUp(node, "eve@example.org");
  const { id } = await sessions.open({
    userId: owner.id,
    templateId: "first-aid-after-a-no",
    address: "du",
    language: "de",
  });
  const hidden = async () => (await sessions.summary(owner.id, id))?.hiddenSections;
  expect(await hidden()).toEqual([]);
  expect(await sessions.hideSections(owner.id, id, ["quotes", "agenda", "quotes"])).toBe(true);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(other.id, id, [])).toBe(false);
  expect(await hidden()).toEqual(["quotes", "agenda"]);
  expect(await sessions.hideSections(owner.id, id, [])).toBe(true);
  expect(await hidden()).toEqual([]);
});
