import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { nodePeople } from "@/server/db/schema/sessions";
import { createNodePeople, NODE_COUNTS_LIVE_SECONDS } from "@/server/rooms/node-people";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();

test("each node adds the others' counts to its own, but for those of a node that is dead (P32)", async () => {
  const { facilitator, id: sessionId } = await openWorkshop(at.node, 0);
  facilitator.close();
  const { db } = at.node.server;
  // The room that counts by itself has its own row; only those of these three nodes are looked at.
  await db.delete(nodePeople);
  const [one, two, three] = ["one", "two", "three"].map((node) =>
    createNodePeople({ db, node, sessionId }),
  );
  const phase = "small-no/write";
  const few = { joined: 3, away: 1, done: 2 };
  await one?.addUp(phase, few);
  await two?.addUp(phase, { joined: 40, away: 20, done: 10 });
  const own = { joined: 500, away: 300, done: 200 };
  expect(await three?.addUp(phase, own)).toEqual({ joined: 543, away: 321, done: 212 });

  const writtenBefore = (node: string, seconds: number) =>
    db
      .update(nodePeople)
      .set({ at: sql`now() - make_interval(secs => ${seconds})` })
      .where(eq(nodePeople.node, node));
  // Long enough ago to have missed two counts; the other one is late, and lives.
  await writtenBefore("two", NODE_COUNTS_LIVE_SECONDS + 1);
  await writtenBefore("one", NODE_COUNTS_LIVE_SECONDS / 2);
  expect(await three?.addUp(phase, own)).toEqual({ joined: 503, away: 301, done: 202 });
  // Who stops in good order counts no more at once.
  await one?.forget();
  expect(await three?.addUp(phase, own)).toEqual(own);
});
