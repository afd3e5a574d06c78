import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop } from "@/server/testing/workshop";

/** A room that comes in at once. */
const PHONES = 30;

const at = nodeForEachTest();

/** Lets nobody read sessions or their logs, until the returned function is called. */
async function closeTables(): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: at.database.url });
  await client.connect();
  await client.query("begin");
  await client.query("lock table sessions, session_events in access exclusive mode");
  const open = () => client.end();
  // Before the node stops, which waits for its own questions.
  onTestFinished(open);
  return open;
}

async function enter(session: string, who: { device: string; pass?: string | undefined }) {
  const client = await connectClient(at.node.url, { role: "participant", session, ...who });
  at.open.push(client);
  return client;
}

test("31: phones come into a live session, and back, without a question to the database (P145)", async () => {
  const { id, facilitator } = await openWorkshop(at.node, 0);
  at.open.push(facilitator);
  const openTables = await closeTables();
  // Positive control: about any other session the database is asked, and does not answer now.
  let refusal: unknown;
  const stranger = enter(randomId(), { device: randomId() }).catch((error: unknown) => {
    refusal = error;
  });

  const devices = Array.from({ length: PHONES }, () => randomId());
  const phones = await Promise.all(devices.map((device) => enter(id, { device })));
  await expect.poll(() => phones.every(({ pass }) => pass !== undefined)).toBe(true);
  for (const phone of phones) phone.close();
  const back = await Promise.all(
    phones.map(({ pass }, index) => enter(id, { device: devices[index] ?? "", pass })),
  );
  for (const { view } of back) expect(view?.session.status).toBe("lobby");
  expect(refusal).toBeUndefined();

  await openTables();
  await stranger;
  expect(refusal).toEqual(new Error("gone"));
});
