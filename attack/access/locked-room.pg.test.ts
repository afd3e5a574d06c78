import { beforeAll, beforeEach, expect, test } from "vitest";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForFile } from "@/server/testing/own-node";
import { openWorkshop, signUp, startNode } from "@/server/testing/workshop";

/** Whoever has a session's id, which every phone that typed the code got, at a room that is locked (P111). */

const at = nodeForFile();
let account: Awaited<ReturnType<typeof signUp>>;
let id: string;
let facilitator: LiveClient;
let device: string;
let phone: LiveClient;

beforeAll(async () => {
  account = await signUp(at.node, "ada@example.org");
});

beforeEach(async () => {
  ({ id, facilitator } = await openWorkshop(at.node, 0, { account }));
  device = randomId();
  phone = await enter(at.node.url, { device });
  at.open.push(facilitator);
});

const enter = async (
  url: string,
  who: { device: string; pass?: string | undefined },
  session = id,
) => {
  const client = await connectClient(url, { role: "participant", session, ...who });
  at.open.push(client);
  return client;
};

const lock = async (locked: boolean) => {
  expect(await facilitator.send({ type: "lockRoom", locked })).toEqual({ ok: true });
};

test("A10: lets no new device in, and everybody who was in", async () => {
  // Positive control: before the lock the id is enough.
  const early = await enter(at.node.url, { device: randomId() });
  early.close();
  await lock(true);
  await expect(enter(at.node.url, { device: randomId() })).rejects.toThrow("gone");
  const { pass } = phone;
  phone.close();
  await expect(enter(at.node.url, { device })).rejects.toThrow("gone");
  const back = await enter(at.node.url, { device, pass });
  expect(back.view?.session.status).toBe("lobby");
  await lock(false);
  await enter(at.node.url, { device: randomId() });
});

test("A10: believes no pass of another device, of another session, or made up", async () => {
  const { pass } = phone;
  const other = await openWorkshop(at.node, 0, { account });
  at.open.push(other.facilitator);
  const elsewhere = await enter(at.node.url, { device }, other.id);
  await lock(true);
  const strangers = [
    { device: randomId(), pass },
    { device, pass: elsewhere.pass },
    { device, pass: "0".repeat(64) },
    { device, pass: `${randomId()}${randomId()}` },
  ];
  for (const stranger of strangers) {
    await expect(enter(at.node.url, stranger)).rejects.toThrow("gone");
  }
});

test("A10: a restart puts nobody out who was in, and lets nobody else in", async () => {
  await lock(true);
  const { pass } = phone;
  phone.close();
  const restarted = await startNode(at.database.url);
  try {
    const back = await enter(restarted.url, { device, pass });
    expect(back.pass).toBe(pass);
    await expect(enter(restarted.url, { device: randomId() })).rejects.toThrow("gone");
    back.close();
  } finally {
    await restarted.stop();
  }
});

test("A10: stays locked after its end, and lets those in who were", async () => {
  await lock(true);
  const { pass } = phone;
  await facilitator.send({ type: "end" });
  await phone.until((view) => view.session.status === "finished");
  phone.close();
  await expect(enter(at.node.url, { device: randomId() })).rejects.toThrow("gone");
  const back = await enter(at.node.url, { device, pass });
  expect(back.view?.session.status).toBe("finished");
});

test("P112: one client makes six hundred new devices and then waits its turn, nobody else does", async () => {
  const { pass } = phone;
  phone.close();
  let refused = "";
  for (let made = 0; made <= 700 && refused === ""; made += 50) {
    const clients = await Promise.allSettled(
      Array.from({ length: 50 }, () => enter(at.node.url, { device: randomId() })),
    );
    for (const each of clients) {
      if (each.status === "rejected") refused = String(each.reason);
      else each.value.close();
    }
  }
  expect(refused).toContain("busy");
  // Who was in comes back meanwhile.
  const back = await enter(at.node.url, { device, pass });
  expect(back.isConnected).toBe(true);
});
