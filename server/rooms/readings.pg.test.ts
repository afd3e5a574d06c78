import { afterEach, beforeEach, expect, test } from "vitest";
import { READINGS_ONE_EACH_FROM } from "@/lib/activities/reframe/schema";
import { reframeRecord } from "@/lib/activities/reframe/view";
import type { LiveClient } from "@/server/simulated/live-client";
import { createTestDatabase, type TestDatabase } from "@/server/testing/test-database";
import { advanceTo, type Node, openWorkshop, startNode } from "@/server/testing/workshop";

let database: TestDatabase;
let node: Node;
const open: LiveClient[] = [];

beforeEach(async () => {
  database = await createTestDatabase();
  node = await startNode(database.url);
});

afterEach(async () => {
  for (const client of open.splice(0)) client.close();
  await node.stop();
  await database.drop();
});

test.each([
  [READINGS_ONE_EACH_FROM - 1, 2],
  [READINGS_ONE_EACH_FROM, 1],
])("with %i phones in the room everybody may write so many readings: %i", async (n, allowed) => {
  const { facilitator, participants } = await openWorkshop(node, n);
  open.push(facilitator, ...participants);
  await facilitator.until((view) => view.people?.joined === n);
  await facilitator.send({ type: "begin", endsAt: null });
  await facilitator.until((view) => view.planned);
  await advanceTo(facilitator, "other-readings", "write");
  const { readingsEach } = reframeRecord.parse(facilitator.view?.activity?.record);
  expect(readingsEach).toBe(allowed);
});
