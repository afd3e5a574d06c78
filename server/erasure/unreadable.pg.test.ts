import { eq, sql } from "drizzle-orm";
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
import { signUp, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

const template = { templateId: "first-aid-after-a-no", address: "du", language: "de" } as const;

const rowOf = async (id: string) => {
  const [row] = await at.node.server.db.select().from(sessions).where(eq(sessions.id, id));
  return row;
};

const eventsOf = (id: string) =>
  at.node.server.db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));

const damages = {
  plan: async (id: string) => {
    const plan = readPlan((await rowOf(id))?.plan);
    const newer = { ...plan, activities: [{ key: "geheim", kind: "newer", settings: {} }] };
    await at.node.server.db.update(sessions).set({ plan: newer }).where(eq(sessions.id, id));
  },
  log: async (id: string) => {
    const event = { type: "fromAnotherVersion", text: "geheim" };
    await at.node.server.db.insert(sessionEvents).values({ sessionId: id, seq: 2, event });
    await at.node.server.db.update(sessions).set({ seq: 2 }).where(eq(sessions.id, id));
  },
};

/** A session that this version can't read, with something sealed in it. */
async function unreadable(damage: keyof typeof damages) {
  const { id: userId } = await signUp(at.node, "ada@example.org");
  const { id } = await at.node.server.sessions.open({ userId, ...template });
  await damages[damage](id);
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
  return { id, userId };
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
  "P76 raw data of a session whose %s does not read go when they are due, and no summary is kept",
  async (damage) => {
    const { id, userId } = await unreadable(damage);
    const { sessions: known } = at.node.server;
    await ended(id, "29 days");
    await known.saveTakeaway(userId, id, "Was wir mitnehmen");
    expect((await known.summary(userId, id))?.summary).toBe("unreadable");
    await ended(id, "31 days");
    await sweepOnce(() => expect.poll(async () => (await rowOf(id))?.rawErasedAt).not.toBeNull());
    expect(await eventsOf(id)).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ summary: null, takeaway: "", joined: 0 });
    expect((await known.summary(userId, id))?.summary).toBe("notKept");
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
      .set({ actedAt: sql`now() - interval '13 hours'` })
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
