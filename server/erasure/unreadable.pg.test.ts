import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { readPlan } from "@/lib/session/stored";
import {
  activityKeys,
  emptiedAtTheEnd,
  sealedCards,
  sessionEvents,
  sessions,
} from "@/server/db/schema/sessions";
import { nodeForEachTest } from "@/server/testing/own-node";
import { anyWorkshop, signUp, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

const rowOf = async (id: string) => {
  const [row] = await at.node.server.db.select().from(sessions).where(eq(sessions.id, id));
  return row;
};

const eventsOf = (id: string) =>
  at.node.server.db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));

const damages = {
  plan: async (id: string) => {
    const stored = (await rowOf(id))?.plan;
    const plan = readPlan(stored);
    const newer = { ...plan, activities: [{ key: "geheim", kind: "newer", settings: {} }] };
    const { db } = at.node.server;
    await db.update(sessions).set({ plan: newer }).where(eq(sessions.id, id));
    return () => db.update(sessions).set({ plan: stored }).where(eq(sessions.id, id));
  },
  log: async (id: string) => {
    const event = { type: "fromAnotherVersion", text: "geheim" };
    const { db } = at.node.server;
    await db.insert(sessionEvents).values({ sessionId: id, seq: 2, event });
    await db.update(sessions).set({ seq: 2 }).where(eq(sessions.id, id));
    const damaged = and(eq(sessionEvents.sessionId, id), eq(sessionEvents.seq, 2));
    return () => db.delete(sessionEvents).where(damaged);
  },
};

/** A session that this version can't read, with something sealed in it. */
async function unreadable(damage: keyof typeof damages) {
  const { id: userId } = await signUp(at.node, "ada@example.org");
  const { id } = await at.node.server.sessions.open({ userId, ...anyWorkshop });
  const mend = await damages[damage](id);
  const { db } = at.node.server;
  const sealed = { sessionId: id, activity: "small-no" };
  await db.insert(activityKeys).values({ ...sealed, key: "k" });
  await db.insert(sealedCards).values({
    ...sealed,
    batch: 0,
    editHash: "e",
    markHash: "m",
    revision: 1,
    content: { text: "geheim" },
  });
  return { id, userId, mend, damageAgain: () => damages[damage](id) };
}

const ended = (id: string, ago: string) =>
  at.node.server.db
    .update(sessions)
    .set({ status: "finished", code: null, endedAt: sql`now() - ${ago}::interval` })
    .where(eq(sessions.id, id));

async function sweepOnce(until: () => Promise<void>): Promise<void> {
  const sweeping = await startNode(at.database.url, undefined, { sweeps: true });
  try {
    await until();
  } finally {
    await sweeping.stop();
  }
}

const sealedRowsOf = async (id: string) => {
  const { db } = at.node.server;
  const rows = emptiedAtTheEnd.map((table) =>
    db.select({ id: table.sessionId }).from(table).where(eq(table.sessionId, id)),
  );
  return (await Promise.all(rows)).flat().length;
};

test.each(["plan", "log"] as const)(
  "8: P76 raw data of a session whose %s does not read wait when they are due, and go once it reads",
  async (damage) => {
    const { id, userId, mend } = await unreadable(damage);
    const { sessions: known } = at.node.server;
    await ended(id, "31 days");
    await known.saveTakeaway(userId, { session: id, version: 1 }, "Was wir mitnehmen");
    await sweepOnce(() => expect.poll(() => rowOf(id)).toMatchObject({ erasureWaits: true }));
    expect((await eventsOf(id)).length).toBeGreaterThan(0);
    expect(await known.list(userId)).toMatchObject([{ id, erasureWaits: true, isEmpty: false }]);
    expect(await known.summary(userId, id)).toMatchObject({
      summary: "unreadable",
      erasureWaits: true,
    });
    await mend();
    await sweepOnce(() => expect.poll(async () => (await rowOf(id))?.rawErasedAt).not.toBeNull());
    expect(await eventsOf(id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ erasureWaits: false });
    const summary = (await known.summary(userId, id))?.summary;
    expect(summary).toMatchObject({ de: { language: "de" } });
    expect(JSON.stringify(summary)).toContain("Was wir mitnehmen");
  },
);

test.each(["plan", "log"] as const)(
  "8: P76 a summary that was kept soon after the end stands in where the %s does not read any more",
  async (damage) => {
    const { id, userId, mend, damageAgain } = await unreadable(damage);
    const { sessions: known } = at.node.server;
    await mend();
    await ended(id, "1 hour");
    await sweepOnce(() => expect.poll(async () => (await rowOf(id))?.summary).not.toBeNull());
    await known.hideSections(userId, { session: id, version: 1 }, ["agenda"]);
    await damageAgain();
    const sectionsOf = async () => {
      const found = (await known.summary(userId, id))?.summary;
      if (typeof found !== "object") throw new Error(`There is no summary: ${found}`);
      return found.de.sections.map(({ key }) => key);
    };
    // What is left out is left out when it is shown, and for good when the raw data go.
    expect(await sectionsOf()).toContain("agenda");
    await ended(id, "31 days");
    await sweepOnce(() => expect.poll(async () => (await rowOf(id))?.rawErasedAt).not.toBeNull());
    expect(await eventsOf(id)).toEqual([]);
    expect(await sectionsOf()).not.toContain("agenda");
  },
);

test.each(["plan", "log"] as const)(
  "P76 raw data of a session whose %s does not read go at once when its facilitator says so",
  async (damage) => {
    const { id, userId } = await unreadable(damage);
    const { sessions: known } = at.node.server;
    expect(await known.deleteRawData(userId, id)).toBe(false);
    await ended(id, "1 day");
    expect(await known.deleteRawData(userId, id)).toBe(true);
    expect(await eventsOf(id)).toEqual([]);
    expect(await known.delete(userId, id)).toBe(true);
    expect(await rowOf(id)).toBeUndefined();
  },
);

test.each(["plan", "log"] as const)(
  "P77 a forgotten session whose %s does not read ends all the same, and what is sealed goes",
  async (damage) => {
    const { id } = await unreadable(damage);
    const before = await rowOf(id);
    expect(await sealedRowsOf(id)).toBe(2);
    await at.node.server.db
      .update(sessions)
      .set({ status: "running", actedAt: sql`now() - interval '13 hours'` })
      .where(eq(sessions.id, id));
    await sweepOnce(() => expect.poll(() => rowOf(id)).toMatchObject({ status: "finished" }));
    expect(await sealedRowsOf(id)).toBe(0);
    const after = await rowOf(id);
    expect(after).toMatchObject({ code: null, rawErasedAt: null });
    expect(after?.endedAt).not.toBeNull();
    expect(after?.rev).toBeGreaterThan(before?.rev ?? 0);
    // A version that reads it finds it ended, too.
    const events = await eventsOf(id);
    expect(events.at(-1)).toMatchObject({ seq: after?.seq, event: { type: "sessionEnded" } });
    expect(events).toHaveLength((before?.seq ?? 0) + 1);
  },
);
