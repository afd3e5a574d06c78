import { eq } from "drizzle-orm";
import pg from "pg";
import { afterEach, expect, test, vi } from "vitest";
import { documentUpdates, sessions } from "@/server/db/schema/sessions";
import { createLog } from "@/server/log";
import { answersOf } from "@/server/rooms/answers";
import { runBatch } from "@/server/rooms/batch";
import { randomId } from "@/server/rooms/chance";
import { NeedsLock } from "@/server/rooms/from-memory";
import { loadReplica, type Replica } from "@/server/rooms/replica";
import type { CommandSubmission } from "@/server/rooms/submission";
import { nodeForEachTest } from "@/server/testing/own-node";
import { BOARD, sorting } from "@/server/testing/sorting";

const at = nodeForEachTest();

afterEach(() => vi.restoreAllMocks());

const ACTIVITY = "small-no";
/** A board that the room sorts, and copies of its session as rooms of several nodes hold them. */
async function sortedByAll() {
  const { id, cards, themes } = await sorting(at, { roomSorts: true });
  const { db } = at.node.server;
  const laid = (n: number): CommandSubmission => ({
    sender: { kind: "participant", device: randomId() },
    frame: {
      id: randomId(),
      command: {
        type: "activity",
        activity: ACTIVITY,
        command: { type: "placeCards", cards: [{ id: cards[n], to: themes[0], before: null }] },
      },
    },
  });
  return {
    ...{ id, db, laid },
    cards: (replica: Replica) =>
      [...(replica.documents.get(BOARD)?.board().cards.keys() ?? [])].sort(),
    idsOf: (...which: number[]) => which.map((n) => cards[n] ?? "").sort(),
    /** A copy that has been alone for long, and holds everything that moves need. */
    async copy(): Promise<Replica> {
      const replica = await loadReplica(db, id);
      if (!replica) throw new Error("There is no such session");
      await runBatch(db, id, replica, [laid(0)]);
      replica.aloneSince = Number.NEGATIVE_INFINITY;
      return replica;
    },
    stored: () => db.select().from(documentUpdates).where(eq(documentUpdates.sessionId, id)),
  };
}

/** What a batch asks of the database, statement by statement. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const query = vi.spyOn(pg.Client.prototype, "query");
  await work();
  const texts = query.mock.calls.map(([asked]: unknown[]) =>
    typeof asked === "string" ? asked : String(Reflect.get(Object(asked), "text")),
  );
  query.mockRestore();
  // What the node counts and compares meanwhile.
  return texts.filter((text) => /insert into document_updates|for update|commit$/.test(text));
}

test("moves are decided from memory and written in one statement; after a while alone, not before (P327)", async () => {
  const { id, db, laid, copy, cards, idsOf } = await sortedByAll();
  const replica = await copy();
  const before = replica.rev;
  let answers: unknown;
  const alone = await statementsOf(async () => {
    answers = await runBatch(db, id, replica, [laid(1), laid(2)]);
  });
  expect(answers).toEqual([{ ok: true }, { ok: true }]);
  expect(alone).toHaveLength(1);
  expect([replica.rev, replica.movedOnly]).toEqual([before + 1, true]);
  const fresh = await loadReplica(db, id);
  expect(fresh && [fresh.rev, cards(fresh)]).toEqual([before + 1, idsOf(0, 1, 2)]);

  // Positive control: the lock, what is written, and the commit.
  replica.aloneSince = performance.now();
  const locked = await statementsOf(() => runBatch(db, id, replica, [laid(3)]));
  expect(locked).toHaveLength(3);
});

test("what another node has written meanwhile is never written over: the batch is run again (P327)", async () => {
  const { id, db, laid, copy, cards, idsOf, stored } = await sortedByAll();
  const behind = await copy();
  const held = { replica: await copy() };
  await runBatch(db, id, await copy(), [laid(1)]);
  const rows = await stored();
  await expect(runBatch(db, id, behind, [laid(2)])).rejects.toBeInstanceOf(NeedsLock);
  expect(await stored()).toEqual(rows);

  const log = createLog({ mode: "test", logLevel: "silent" });
  const answers = await answersOf({ db, sessionId: id, log, held, onUnreadable: () => undefined }, [
    { submission: laid(3), answer: () => undefined },
  ]);
  expect(answers.map(([, answer]) => answer)).toEqual([{ ok: true }]);
  const fresh = await loadReplica(db, id);
  expect(fresh && cards(fresh)).toEqual(idsOf(0, 1, 3));
  expect(cards(held.replica)).toEqual(idsOf(0, 1, 3));
});

test("what asks for more than a room holds takes the lock, and so does a session that is gone", async () => {
  const { id, db, laid, copy } = await sortedByAll();
  const replica = await copy();
  const request: CommandSubmission = {
    sender: { kind: "participant", device: randomId() },
    frame: { id: randomId(), command: { type: "wantToTalk", mark: null, revision: 1 } },
  };
  const mixed = await statementsOf(() => runBatch(db, id, replica, [laid(1), request]));
  expect(mixed.some((text) => text.includes("for update"))).toBe(true);

  replica.aloneSince = Number.NEGATIVE_INFINITY;
  await db.update(sessions).set({ rawErasedAt: new Date() }).where(eq(sessions.id, id));
  const held = { replica };
  const log = createLog({ mode: "test", logLevel: "silent" });
  const answers = await answersOf({ db, sessionId: id, log, held, onUnreadable: () => undefined }, [
    { submission: laid(2), answer: () => undefined },
  ]);
  expect(answers.map(([, answer]) => answer)).toEqual([{ ok: false, code: "not-allowed" }]);
});
