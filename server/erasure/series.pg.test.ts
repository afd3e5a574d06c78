import { eq, sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { series, seriesScores, sessions } from "@/server/db/schema/sessions";
import { createErasure } from "@/server/erasure/erasure";
import { createLog } from "@/server/log";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import { begin, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

/** Tags in the order in which they were handed in, which is not theirs. */
const TAGS = ["c", "a", "d", "b"];

let first: string;

const openMeeting = async (templateId: string, after?: string) => {
  const { id: userId } = await at.account();
  const how = { userId, templateId, address: "du", language: "de" } as const;
  return (await at.node.server.sessions.open({ ...how, ...(after ? { after } : {}) })).id;
};

const rowOf = async (id: string) => {
  const [row] = await at.node.server.db.select().from(sessions).where(eq(sessions.id, id));
  return row;
};

const keptTags = async () => {
  const rows = await at.node.server.db.select().from(seriesScores).orderBy(seriesScores.tag);
  return rows.map(({ tag }) => tag);
};

beforeEach(async () => {
  first = await openMeeting("series-1");
  const seriesId = (await rowOf(first))?.seriesId ?? "";
  // Each by itself, as people hand in.
  for (const tag of TAGS) {
    await at.node.server.db
      .insert(seriesScores)
      .values({ seriesId, tag, kept: { scores: { distance: 3 } } });
  }
});

const byTag = "select tag, xmin::text from series_scores order by ctid";

test("after a pass nothing tells in which order a series was handed anything", async () => {
  const before = await query(at.database.url, byTag);
  // What the pass is for: place and transaction tell who came when.
  expect(before.map(({ tag }) => tag)).toEqual(TAGS);
  expect(new Set(before.map(({ xmin }) => xmin)).size).toBe(TAGS.length);

  const log = createLog({ mode: "test", logLevel: "silent" });
  await expect.poll(() => createErasure({ url: at.database.url, log }).pass()).toBe("done");
  const after = await query(at.database.url, byTag);
  expect(after.map(({ tag }) => tag)).toEqual([...TAGS].sort());
  expect(new Set(after.map(({ xmin }) => xmin)).size).toBe(1);
});

test("a last meeting that nobody held takes nothing from its series", async () => {
  const last = await openMeeting("series-4", first);
  await at.node.server.db.execute(
    sql`update sessions set lobby_until = now() - interval '1 minute' where id = ${last}`,
  );
  // A node sweeps as it starts.
  const sweeping = await startNode(at.database.url, undefined, { sweeps: true });
  try {
    await expect.poll(() => rowOf(last)).toMatchObject({ status: "finished" });
  } finally {
    await sweeping.stop();
  }
  expect(await keptTags()).toEqual([...TAGS].sort());
});

test("whoever deletes all meetings of a series deletes what it keeps", async () => {
  const { id: userId } = await at.account();
  const { sessions: own } = at.node.server;
  const second = await openMeeting("series-3", first);
  for (const [session, left] of [
    [first, TAGS.length],
    [second, 0],
  ] as const) {
    await at.node.server.db
      .update(sessions)
      .set({ status: "finished" })
      .where(eq(sessions.id, session));
    expect(await own.delete(userId, session)).toBe(true);
    expect(await keptTags()).toHaveLength(left);
  }
  expect(await at.node.server.db.select().from(series)).toEqual([]);
});

test("a last meeting that was held ends its series, and no earlier one does", async () => {
  const { cookie } = await at.account();
  const hold = async (session: string) => {
    const shake = { role: "facilitator", session } as const;
    const facilitator = await connectClient(at.node.url, shake, { cookie });
    at.open.push(facilitator);
    await begin(facilitator);
    expect(await facilitator.send({ type: "end" })).toMatchObject({ ok: true });
    await expect.poll(() => rowOf(session)).toMatchObject({ status: "finished" });
  };
  await hold(first);
  expect(await keptTags()).toEqual([...TAGS].sort());
  await hold(await openMeeting("series-4", first));
  expect(await keptTags()).toEqual([]);
  expect(await at.node.server.db.select().from(series)).toEqual([]);
});
