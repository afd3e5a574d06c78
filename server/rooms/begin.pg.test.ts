import { afterEach, beforeEach, expect, test } from "vitest";
import { seedHelpContacts } from "@/lib/plans/help-contacts";
import type { LiveClient } from "@/server/simulated/live-client";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { type Node, openWorkshop, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;
let open: LiveClient[];

beforeEach(async () => {
  open = [];
  database = await createTestDatabase();
  node = await startNode(database.url);
});

afterEach(async () => {
  for (const client of open) client.close();
  await node.stop();
  await database.drop();
});

test("P75 a session whose help list was emptied meanwhile doesn't begin, and keeps its lobby", async () => {
  const { facilitator, participants } = await openWorkshop(node, 2);
  open.push(facilitator, ...participants);
  const { installation } = node.server;
  await installation.saveHelpContacts([]);
  await facilitator.send({ type: "chooseSmallGroup", on: true });
  const begin = { type: "begin", endsAt: null } as const;
  expect(await facilitator.send(begin)).toEqual({ ok: false, code: "no-help" });

  expect(facilitator.view?.session).toMatchObject({ status: "lobby", smallGroup: true });
  expect(facilitator.view?.code).toMatch(/^[0-9A-Z]{8}$/);
  expect(participants.every(({ isConnected }) => isConnected)).toBe(true);

  await installation.saveHelpContacts(seedHelpContacts);
  expect(await facilitator.send(begin)).toEqual({ ok: true });
  await facilitator.until((view) => view.session.status === "running");
  // A list that is emptied later stops nobody in the middle.
  await installation.saveHelpContacts([]);
  const from = { activity: facilitator.view?.planned?.key ?? null, phase: "show" };
  expect(await facilitator.send({ type: "advance", from })).toEqual({ ok: true });
});
