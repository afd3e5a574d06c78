import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { type Node, openWorkshop, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;
const open: { close(): void }[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
});

afterEach(async () => {
  vi.useRealTimers();
  for (const client of open.splice(0)) client.close();
  await node.stop();
  await database.drop();
});

test("a room goes on when the clock of its server is put back by an hour", async () => {
  const { facilitator, participants } = await openWorkshop(node, 1);
  open.push(facilitator, ...participants);
  const help = { type: "showHelp" } as const;
  expect(await facilitator.send(help)).toEqual({ ok: true });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  expect(await facilitator.send(help)).toEqual({ ok: true });
  await facilitator.until((view) => view.session.helpShown === 2);
  // People are counted as before, too.
  await facilitator.until((view) => view.people?.joined === 1);
  participants[0]?.close();
});
