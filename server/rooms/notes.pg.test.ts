import { and, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { sessionEvents, sessionNotes, sessions } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { connectClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { begin, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

test("27: P87 a note is one row that is written over: no earlier wording of it is kept anywhere", async () => {
  const { facilitator, id, account } = await openWorkshop(at.node, 0);
  at.open.push(facilitator);
  await begin(facilitator);
  const { db, sessions: known } = at.node.server;
  const write = (text: string) =>
    facilitator.send({ type: "writeNote", activity: "welcome", text });
  for (const text of ["M", "Moritz wirkt", "Drei waren still"]) {
    expect(await write(text)).toEqual({ ok: true });
  }
  await facilitator.until((view) => view.facilitator?.note === "Drei waren still");
  const rows = await db.select().from(sessionNotes).where(eq(sessionNotes.sessionId, id));
  expect(rows).toEqual([{ sessionId: id, activity: "welcome", text: "Drei waren still" }]);
  const log = await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));
  expect(JSON.stringify(log)).not.toMatch(/Moritz|still/);

  // Emptied is a note, too.
  await write("");
  await facilitator.until((view) => view.facilitator?.note === "");
  await write("Bleibt bis zum Löschen");

  await facilitator.send({ type: "end" });
  await facilitator.until((view) => view.session.status === "finished");
  expect(await db.$count(sessionNotes, eq(sessionNotes.sessionId, id))).toBe(1);
  expect(await known.deleteRawData(account.id, id)).toBe(true);
  expect(await db.$count(sessionNotes, eq(sessionNotes.sessionId, id))).toBe(0);
});

test("27: P87 a note out of an older log is read, and written over from then on; other nodes see both", async () => {
  const secret = randomId() + randomId();
  const nodes = [
    await startNode(at.database.url, secret),
    await startNode(at.database.url, secret),
  ] as const;
  const [node, other] = nodes;
  const { facilitator, id, account } = await openWorkshop(node, 0);
  at.open.push(facilitator);
  await begin(facilitator);
  const { db } = at.node.server;
  const [row] = await db.select().from(sessions).where(eq(sessions.id, id));
  const seq = (row?.seq ?? 0) + 1;
  const event = { type: "noteWritten", activity: "welcome", text: "Von früher" };
  await db.transaction(async (tx) => {
    await tx.insert(sessionEvents).values({ sessionId: id, seq, event });
    await tx
      .update(sessions)
      .set({ seq, rev: sql`${sessions.rev} + 1` })
      .where(and(eq(sessions.id, id)));
  });
  await facilitator.until((view) => view.facilitator?.note === "Von früher");

  const shake = { role: "facilitator", session: id } as const;
  const second = await connectClient(other.url, shake, { cookie: account.cookie });
  expect(second.view?.facilitator?.note).toBe("Von früher");
  await facilitator.send({ type: "writeNote", activity: "welcome", text: "Von heute" });
  await second.until((view) => view.facilitator?.note === "Von heute");
  second.close();
  for (const each of nodes) await each.stop();
});
