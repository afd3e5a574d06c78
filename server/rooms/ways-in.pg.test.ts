import { eq, sql } from "drizzle-orm";
import { Client } from "pg";
import { expect, test } from "vitest";
import { sessions } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openWorkshop, PASSWORD, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

async function workshop() {
  const opened = await openWorkshop(at.node, 1);
  at.open.push(opened.facilitator, ...opened.participants);
  const row = async () => {
    const { db } = at.node.server;
    const [found] = await db.select().from(sessions).where(eq(sessions.id, opened.id));
    if (!found) throw new Error("There is no session");
    return found;
  };
  const stages: LiveClient[] = [];
  const stageAt = async (url: string, key: string) => {
    const stage = await connectClient(url, { role: "stage", key });
    stages.push(stage);
    at.open.push(stage);
    return stage;
  };
  return { ...opened, row, stages, stageAt };
}

test("P61 a new code: the old one opens nothing at once, whoever is in stays in, every screen learns it (P65)", async () => {
  const { facilitator, participants, row, stageAt } = await workshop();
  const before = await row();
  const stage = await stageAt(at.node.url, before.stageKey);
  expect(stage.view?.code).toBe(before.code);
  expect(await facilitator.send({ type: "rotateCode" })).toEqual({ ok: true });

  const { code, stageKey } = await row();
  expect(code).toMatch(/^[0-9A-Z]{8}$/);
  expect(code).not.toBe(before.code);
  expect(stageKey).toBe(before.stageKey);
  expect(await at.node.server.sessions.joinByCode(before.code ?? "")).toBeNull();
  expect(await at.node.server.sessions.joinByCode(code ?? "")).toMatchObject({
    session: before.id,
  });
  for (const client of [facilitator, stage]) await client.until((view) => view.code === code);
  const [phone] = participants;
  expect(phone?.isConnected).toBe(true);
  expect(phone?.view).not.toHaveProperty("code");
  expect(phone?.frames.join("\n")).not.toContain(code);
  for (const client of [phone, stage]) {
    expect(client?.frames.join("\n")).not.toContain(stageKey);
  }
  await facilitator.until((view) => view.facilitator?.stageKey === stageKey);
  // After the end there is none to show.
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  for (const client of [facilitator, stage]) await client.until((view) => view.code === null);
});

test("P61 the same command sent three times is one new code", async () => {
  const { facilitator, row } = await workshop();
  const id = randomId();
  await facilitator.send({ type: "rotateCode" }, id);
  const { code } = await row();
  for (let times = 0; times < 2; times += 1) {
    expect(await facilitator.send({ type: "rotateCode" }, id)).toEqual({ ok: true });
  }
  expect((await row()).code).toBe(code);
});

test("P62 a new link to the stage: the old one is put out at once and never comes back, on any node", async () => {
  const { facilitator, row, stages, stageAt } = await workshop();
  const other = await startNode(at.database.url);
  const { stageKey: oldKey } = await row();
  const near = await stageAt(at.node.url, oldKey);
  const far = await stageAt(other.url, oldKey);
  expect(await facilitator.send({ type: "rotateStageLink" })).toEqual({ ok: true });
  const { stageKey, code } = await row();
  expect(stageKey).not.toBe(oldKey);
  await expect.poll(() => near.isConnected).toBe(false);
  await expect.poll(() => far.isConnected, { timeout: 8_000 }).toBe(false);
  for (const url of [at.node.url, other.url]) {
    await expect(connectClient(url, { role: "stage", key: oldKey })).rejects.toThrow("gone");
    const fresh = await stageAt(url, stageKey);
    expect(fresh.view?.code).toBe(code);
    await expect.poll(() => fresh.isConnected).toBe(true);
  }
  // Consoles learn where the stage is now; a stage is told no key, not even its own.
  await facilitator.until((view) => view.facilitator?.stageKey === stageKey);
  for (const { frames } of stages) expect(frames.join("\n")).not.toContain(stageKey);
  await other.stop();
});

test("only facilitators may exchange the ways in", async () => {
  const { participants, row } = await workshop();
  const before = await row();
  for (const type of ["rotateCode", "rotateStageLink"] as const) {
    expect(await participants[0]?.send({ type })).toEqual({ ok: false, code: "not-allowed" });
  }
  expect(await row()).toMatchObject({ code: before.code, stageKey: before.stageKey });
});

test("signing out ends the sockets of that sign-in and no others: at once here, within seconds elsewhere (P7)", async () => {
  const { facilitator, participants, id } = await workshop();
  // One secret, as nodes of one installation have: its cookies are good on both.
  const secret = randomId() + randomId();
  const nodes = [
    await startNode(at.database.url, secret),
    await startNode(at.database.url, secret),
  ];
  try {
    const [near, far] = nodes;
    const { auth } = near?.server ?? at.node.server;
    const signIn = async () => {
      const answer = await auth.signIn({ email: "ada@example.org", password: PASSWORD }, {});
      if (!answer.ok) throw new Error("Signing in failed");
      return `${auth.cookie.name}=${answer.cookieValue}`;
    };
    const enter = async (url: string, cookie: string) => {
      const console_ = await connectClient(url, { role: "facilitator", session: id }, { cookie });
      at.open.push(console_);
      return console_;
    };
    const [leaving, staying] = [await signIn(), await signIn()];
    const here = await enter(near?.url ?? "", leaving);
    const there = await enter(far?.url ?? "", leaving);
    const others = [await enter(near?.url ?? "", staying), await enter(far?.url ?? "", staying)];
    await auth.signOut(leaving);
    await expect.poll(() => here.isConnected).toBe(false);
    // By itself the check of the other node would take seconds: this one was told.
    expect(there.isConnected).toBe(true);
    await expect.poll(() => there.isConnected, { timeout: 15_000 }).toBe(false);
    for (const each of [...others, facilitator, ...participants])
      expect(each.isConnected).toBe(true);
    await expect(enter(near?.url ?? "", leaving)).rejects.toThrow("gone");
  } finally {
    for (const node of nodes) await node.stop();
  }
});

test("a console that was coming in while its sign-in ended gets nothing (P7)", async () => {
  const { id } = await workshop();
  const { auth } = at.node.server;
  const answer = await auth.signIn({ email: "ada@example.org", password: PASSWORD }, {});
  if (!answer.ok) throw new Error("Signing in failed");
  const cookie = `${auth.cookie.name}=${answer.cookieValue}`;
  const blocker = new Client(at.database.url);
  await blocker.connect();
  try {
    // Whoever has been recognised waits here for the answer whose session it is.
    await blocker.query("begin; lock table sessions in access exclusive mode");
    const coming = connectClient(at.node.url, { role: "facilitator", session: id }, { cookie });
    // It was let in, and put out before its first view.
    const refused = expect(coming).rejects.toThrow(/io server disconnect|transport close/);
    // Rooms wait for the same table once a second, before anybody has been recognised.
    const { db } = at.node.server;
    const waiting = sql`select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like '%"owner_id"%'`;
    await expect.poll(async () => (await db.execute(waiting)).rowCount).toBe(1);
    await auth.signOut(cookie);
    await blocker.query("commit");
    await refused;
  } finally {
    await blocker.end();
  }
});

test("locking the room, and ending the session, closes the code and not the connections (P8)", async () => {
  const { facilitator, participants, row } = await workshop();
  const { code } = await row();
  const join = () => at.node.server.sessions.joinByCode(code ?? "");
  const [phone] = participants;
  expect(await join()).not.toBeNull();
  expect(await facilitator.send({ type: "lockRoom", locked: true })).toEqual({ ok: true });
  expect(await join()).toBeNull();
  // Whoever is in goes on seeing what happens, also once it is over.
  expect(await facilitator.send({ type: "showHelp" })).toEqual({ ok: true });
  await phone?.until((view) => view.session.helpShown === 1);
  expect(await facilitator.send({ type: "lockRoom", locked: false })).toEqual({ ok: true });
  expect(await join()).not.toBeNull();
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  await phone?.until((view) => view.session.status === "finished");
  expect(await join()).toBeNull();
  expect(phone?.isConnected).toBe(true);
});
