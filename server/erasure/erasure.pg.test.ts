import { randomBytes } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import pg from "pg";
import { describe, expect, test } from "vitest";
import { readKeptSummary } from "@/lib/summary/stored";
import { migrateDatabase } from "@/server/db/migrate";
import { accountLinks, invitations } from "@/server/db/schema/accounts";
import {
  sealedCards,
  sessionEvents,
  sessions,
  summaryLinks,
  summaryVersions,
} from "@/server/db/schema/sessions";
import { createErasure } from "@/server/erasure/erasure";
import { tablesOfOurs } from "@/server/erasure/pass";
import { createLog } from "@/server/log";
import { randomId } from "@/server/rooms/chance";
import { createRooms } from "@/server/rooms/rooms";
import { connectClient } from "@/server/simulated/live-client";
import { versionsOf } from "@/server/summary/versions";
import { nodeForEachTest } from "@/server/testing/own-node";
import { query } from "@/server/testing/test-database";
import {
  advanceTo,
  anyWorkshop,
  begin,
  handIn,
  openWorkshop,
  signUp,
  startNode,
} from "@/server/testing/workshop";

const silent = createLog({ mode: "test", logLevel: "silent" });

const at = nodeForEachTest();

/** A workshop with cards in it, five of them revealed. */
async function workshop() {
  const opened = await openWorkshop(at.node, 5);
  at.open.push(opened.facilitator, ...opened.participants);
  // Counted, so that the number no longer changes.
  await opened.facilitator.until((view) => view.people?.joined === 5);
  await begin(opened.facilitator);
  await advanceTo(opened.facilitator, "small-no", "write");
  await Promise.all(
    opened.participants.map(async (each, index) => {
      await each.until((view) => view.activity?.phase === "write");
      await handIn(each, `Ein Nein ${index}`);
    }),
  );
  return opened;
}

const rowOf = async (id: string) => {
  const [row] = await at.node.server.db.select().from(sessions).where(eq(sessions.id, id));
  return row;
};

const eventsOf = (id: string) =>
  at.node.server.db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));

describe("the pass", () => {
  test("knows every table, and no column of words or ids is sampled", async () => {
    const tables = await query(
      at.database.url,
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    );
    expect([...tablesOfOurs].sort()).toEqual(tables.map(({ name }) => name).sort());
    // A new column needs SET STATISTICS 0 in its migration: see server/db/schema/sessions.ts.
    const sampled = await query(
      at.database.url,
      `select attrelid::regclass::text || '.' || attname as name
         from pg_attribute join pg_class on pg_class.oid = attrelid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
          and not attisdropped and atttypid in ('text'::regtype, 'jsonb'::regtype, 'uuid'::regtype)
          and attstattarget is distinct from 0`,
    );
    expect(sampled).toEqual([]);
  });

  test("waits while a session is live, except in the night", async () => {
    const erasureAt = (hour: number) =>
      createErasure({
        url: at.database.url,
        log: silent,
        now: () => new Date(2026, 10, 24, hour, 30),
      });
    const { id, facilitator } = await workshop();
    expect(await erasureAt(12).pass()).toBe("live");
    expect(await erasureAt(2).pass()).toBe("live");
    expect(await erasureAt(3).pass()).toBe("done");
    // A live session isn't harmed by it.
    await advanceTo(facilitator, "small-no", "reveal");
    await facilitator.until((view) => Object.keys(view.cards).length === 5);
    await facilitator.send({ type: "end" });
    await expect.poll(() => rowOf(id)).toMatchObject({ status: "finished" });
    await expect.poll(() => erasureAt(12).pass()).toBe("done");
  });

  test("A11: waits for people, not for lobbies that nobody is in", async () => {
    // At night people hold nothing back.
    const now = () => new Date(2026, 10, 27, 12);
    const erasure = createErasure({ url: at.database.url, log: silent, retryMs: 50, now });
    const { installation } = at.node.server;
    const { id: userId } = await signUp(at.node, "bert@example.org");
    const { id } = await at.node.server.sessions.open({ userId, ...anyWorkshop });
    expect(await installation.lastErasedAt()).toBeNull();
    expect(await erasure.pass()).toBe("done");
    const before = await installation.lastErasedAt();
    expect(before).not.toBeNull();

    const phone = await connectClient(at.node.url, {
      role: "participant",
      session: id,
      device: randomId(),
    });
    await expect.poll(() => erasure.pass()).toBe("live");
    // What was deleted meanwhile goes once they have left: nobody has to ask again.
    erasure.request();
    phone.close();
    const gone = async () => {
      await at.node.server.db.execute(sql`update node_people set at = at - interval '1 minute'`);
      return await installation.lastErasedAt();
    };
    await expect.poll(gone).not.toEqual(before);
    await erasure.close();
    expect(await rowOf(id)).toMatchObject({ status: "lobby" });
  });

  test("does nothing while nothing was written, and something once there was", async () => {
    const erasure = createErasure({ url: at.database.url, log: silent });
    const write = () =>
      at.node.server.db.execute(sql`update installation set setup_token_hash = 'x'`);
    await write();
    expect(await erasure.pass()).toBe("done");
    expect(await erasure.pass()).toBe("unchanged");
    await at.node.server.accounts.setupLink();
    await write();
    expect(await erasure.pass()).toBe("done");
  });

  // VACUUM FULL keeps rows that an older transaction may still see, and says so in a notice only.
  test.each([
    ["still sees deleted rows", "select 1"],
    ["holds a table", "select * from users"],
  ])("is incomplete while a transaction %s", async (_, reads) => {
    const erasure = createErasure({ url: at.database.url, log: silent });
    await at.node.server.accounts.setupLink();
    const reader = new pg.Client({ connectionString: at.database.url });
    await reader.connect();
    await reader.query(`begin isolation level repeatable read; ${reads}`);
    await at.node.server.db.execute(sql`update installation set setup_token_hash = 'x'`);
    expect(await erasure.pass()).toBe("incomplete");
    await reader.query("commit");
    await reader.end();
    expect(await erasure.pass()).toBe("done");
  });

  test("on a given Postgres, whose user may do no more, tables are rewritten and the log says so", async () => {
    const name = `ordinary_${randomBytes(6).toString("hex")}`;
    await query(at.database.url, `create role ${name} login password 'ordinary'`);
    await query(at.database.url, `create database ${name} owner ${name}`);
    const given = new URL(at.database.url);
    given.username = name;
    given.password = "ordinary";
    given.pathname = `/${name}`;
    let logged = "";
    const log = createLog(
      { mode: "test", logLevel: "info" },
      {
        write: (line) => {
          logged += line;
        },
      },
    );
    try {
      await migrateDatabase(given.href);
      const place = "select pg_relation_filepath('sealed_cards') as path";
      const [before] = await query(given.href, place);
      expect(await createErasure({ url: given.href, log }).pass()).toBe("done");
      const [after] = await query(given.href, place);
      expect(after).not.toEqual(before);
      expect(logged).toContain("pg_switch_wal");
      expect(logged).toContain("checkpoint");
    } finally {
      await query(at.database.url, `drop database ${name} with (force)`);
      await query(at.database.url, `drop role ${name}`);
    }
  });
});

describe("the facilitator deletes", () => {
  test("nothing of a live session, nothing of somebody else's", async () => {
    const { id, account, facilitator } = await workshop();
    const bert = await signUp(at.node, "bert@example.org");
    const { sessions: known } = at.node.server;
    expect(await known.deleteRawData(account.id, id)).toBe(false);
    expect(await known.delete(account.id, id)).toBe(false);
    await facilitator.send({ type: "end" });
    expect(await known.deleteRawData(bert.id, id)).toBe(false);
    expect(await known.delete(bert.id, id)).toBe(false);
    expect(await known.summary(bert.id, id)).toBeNull();
    expect((await eventsOf(id)).length).toBeGreaterThan(0);
    expect(await known.deleteRawData(account.id, id)).toBe(true);
    expect(await known.deleteRawData(account.id, id)).toBe(false);
    expect(await known.delete(account.id, id)).toBe(true);
    expect(await rowOf(id)).toBeUndefined();
  });

  test("P64 raw data: the summary stays as it was, everybody is put out, and nobody comes back", async () => {
    const { id, account, facilitator, participants } = await workshop();
    await advanceTo(facilitator, "small-no", "reveal");
    await facilitator.send({ type: "end" });
    await participants[0]?.until((view) => view.session.status === "finished");
    const { sessions: known } = at.node.server;
    await known.saveTakeaway(account.id, { session: id, version: 1 }, "Vorher");
    const before = await known.summary(account.id, id);
    expect(readKeptSummary(before?.summary)?.de.sections.length).toBeGreaterThan(5);
    expect(before?.rawDataGoAt).not.toBeNull();

    expect(await known.deleteRawData(account.id, id)).toBe(true);
    expect(await eventsOf(id)).toEqual([]);
    const after = await known.summary(account.id, id);
    expect(after).toEqual({ ...before, rawDataGoAt: null });
    expect(await rowOf(id)).toMatchObject({ joined: 0 });
    // The takeaway is the facilitator's, and can still be changed.
    expect(await known.saveTakeaway(account.id, { session: id, version: 1 }, "Nachher")).toBe(true);
    expect(JSON.stringify((await known.summary(account.id, id))?.summary)).toContain("Nachher");

    for (const client of [facilitator, ...participants]) {
      await expect.poll(() => client.isConnected).toBe(false);
    }
    const participant = { role: "participant", session: id, device: randomId() } as const;
    await expect(connectClient(at.node.url, participant)).rejects.toThrow("gone");
    const { cookie } = account;
    const asFacilitator = { role: "facilitator", session: id } as const;
    await expect(connectClient(at.node.url, asFacilitator, { cookie })).rejects.toThrow("gone");
    const stage = { role: "stage", key: (await rowOf(id))?.stageKey ?? "" } as const;
    await expect(connectClient(at.node.url, stage)).rejects.toThrow("gone");
  });

  test("what was struck from a summary goes with the raw data, and so does the list of it", async () => {
    const { id, account, facilitator } = await workshop();
    await facilitator.send({ type: "end" });
    const { sessions: known } = at.node.server;
    const themesOf = async () => {
      const found = await known.summary(account.id, id);
      const kept = found && typeof found.summary !== "string" ? found.summary : undefined;
      return JSON.stringify(kept?.de.sections.find(({ key }) => key === "themes"));
    };
    const [word = ""] = (await themesOf()).match(/(?<=text":"[^"]*)\p{L}{7,}/u) ?? [];
    expect(word).not.toBe("");
    expect(
      await known.changeReview(
        account.id,
        { session: id, version: 1 },
        { change: "strike", text: word },
      ),
    ).toBe(true);
    await known.changeReview(
      account.id,
      { session: id, version: 1 },
      { change: "intro", section: "themes", text: "Davor" },
    );

    expect(await known.deleteRawData(account.id, id)).toBe(true);
    const [version] = await versionsOf(at.node.server.db, id);
    expect(JSON.stringify(version)).toContain("Davor");
    expect(JSON.stringify(version)).not.toContain(word);
    expect(await themesOf()).toContain("[…]");
    expect(await themesOf()).not.toContain(word);
  });

  test("P64 a session: other nodes put everybody out within a second", async () => {
    const { id, account, facilitator } = await workshop();
    await facilitator.send({ type: "end" });
    const other = await startNode(at.database.url);
    const phone = await connectClient(other.url, {
      role: "participant",
      session: id,
      device: randomId(),
    });
    at.open.push(phone);
    expect(await at.node.server.sessions.delete(account.id, id)).toBe(true);
    await expect.poll(() => phone.isConnected, { timeout: 8_000 }).toBe(false);
    await other.stop();
  });
});

describe("the sweep", () => {
  /** Another node, which sweeps at its start, on the same database. */
  async function sweepOnce(until: () => Promise<void>): Promise<void> {
    const sweeping = await startNode(at.database.url, undefined, { sweeps: true });
    try {
      await until();
    } finally {
      await sweeping.stop();
    }
  }

  const age = (id: string, column: "acted_at" | "ended_at" | "lobby_until", interval: string) =>
    at.node.server.db.execute(
      sql`update sessions set ${sql.identifier(column)} = now() - ${interval}::interval where id = ${id}`,
    );

  const openFor = async (userId: string) => {
    return (await at.node.server.sessions.open({ userId, ...anyWorkshop })).id;
  };

  test("P63 ends a session 12 hours after a facilitator's last action, and compacts it", async () => {
    const { id, facilitator, participants, account } = await workshop();
    const busy = await openFor(account.id);
    await at.node.server.db
      .update(sessions)
      .set({ status: "running" })
      .where(eq(sessions.id, busy));
    await age(id, "acted_at", "13 hours");
    await age(busy, "acted_at", "11 hours");
    // A participant's command is no action of a facilitator, and leaves no time behind.
    await handIn(participants[0] ?? facilitator, "Noch eine");
    const before = await rowOf(id);
    expect(Date.now() - (before?.actedAt.getTime() ?? 0)).toBeGreaterThan(12 * 3_600_000);

    await sweepOnce(async () => {
      await expect.poll(() => rowOf(id)).toMatchObject({ status: "finished", code: null });
    });
    const { db } = at.node.server;
    expect(await db.select().from(sealedCards).where(eq(sealedCards.sessionId, id))).toEqual([]);
    await participants[0]?.until((view) => view.session.status === "finished");
    expect(await rowOf(busy)).toMatchObject({ status: "running" });
  });

  test("9: P86 a lobby stays open for 14 days, or until the day that was chosen", async () => {
    const { id: userId } = await signUp(at.node, "ada@example.org");
    const { id: other } = await signUp(at.node, "eve@example.org");
    const [untouched, chosen, over] = [
      await openFor(userId),
      await openFor(userId),
      await openFor(userId),
    ];
    const days = (n: number) => new Date(Date.now() + n * 24 * 3_600_000);
    const keep = at.node.server.sessions.keepLobbyUntil;
    expect(await keep(userId, chosen, days(40))).toBe(true);
    expect(await keep(other, chosen, days(2))).toBe(false);
    for (const n of [-1, 92]) expect(await keep(userId, chosen, days(n))).toBe(false);
    const endOf = async (id: string) => {
      const listed = await at.node.server.sessions.list(userId);
      return listed.find((each) => each.id === id)?.endsByItselfAt?.getTime() ?? 0;
    };
    expect(await endOf(chosen)).toBe((await rowOf(chosen))?.lobbyUntil.getTime());
    expect(await endOf(untouched)).toBeGreaterThan(days(13).getTime());

    const opened = [untouched, chosen];
    for (const id of opened) await age(id, "acted_at", "13 days");
    await age(over, "lobby_until", "1 minute");
    await sweepOnce(() => expect.poll(() => rowOf(over)).toMatchObject({ status: "finished" }));
    for (const id of opened) expect(await rowOf(id)).toMatchObject({ status: "lobby" });
  });

  test("9: P86 a lobby that somebody sits in does not end under them", async () => {
    const { id, account, facilitator, participants } = await openWorkshop(at.node, 1);
    at.open.push(facilitator, ...participants);
    const empty = await openFor(account.id);
    await facilitator.until((view) => view.people?.joined === 1);
    for (const each of [id, empty]) await age(each, "lobby_until", "1 day");
    await sweepOnce(() => expect.poll(() => rowOf(empty)).toMatchObject({ status: "finished" }));
    expect(await rowOf(id)).toMatchObject({ status: "lobby" });
  });

  test("9: P63 a session that somebody came back to is not ended, though it was found forgotten", async () => {
    const { id, facilitator } = await workshop();
    await age(id, "acted_at", "13 hours");
    // The sweep has found it, and its turn in the room comes after the facilitator's.
    const own = createRooms({
      ...{ db: at.node.server.db, log: silent },
      clock: { now: () => Date.now(), close: () => undefined },
      onEnded: () => undefined,
    });
    const room = await own.get(id);
    const end = {
      sender: { kind: "sweep" },
      frame: { id: randomId(), command: { type: "end" } },
    } as const;
    await facilitator.send({ type: "showHelp" });
    expect(await room?.submit(end)).toEqual({ ok: false, code: "not-allowed" });
    expect(await rowOf(id)).toMatchObject({ status: "running" });
    await age(id, "acted_at", "13 hours");
    expect(await room?.submit(end)).toEqual({ ok: true });
    expect(await rowOf(id)).toMatchObject({ status: "finished" });
    await own.close();
  });

  test("a facilitator's command counts as an action", async () => {
    const { id, facilitator } = await workshop();
    await age(id, "acted_at", "13 hours");
    await facilitator.send({ type: "writeNote", activity: "welcome", text: "noch da" });
    const acted = (await rowOf(id))?.actedAt.getTime() ?? 0;
    expect(Date.now() - acted).toBeLessThan(3_600_000);
  });

  test("deletes raw data when they are due: the fewer of the promised and the installation's days", async () => {
    const { id: userId } = await signUp(at.node, "ada@example.org");
    const ended = async (interval: string, keepDays: number) => {
      const id = await openFor(userId);
      await at.node.server.db
        .update(sessions)
        .set({ status: "finished", code: null, keepDays, endedAt: sql`now()` })
        .where(eq(sessions.id, id));
      await age(id, "ended_at", interval);
      return id;
    };
    const due = await ended("31 days", 30);
    const notDue = await ended("29 days", 30);
    const promisedFewer = await ended("8 days", 7);
    // Promised by an installation that kept 90 days then, and keeps 30 now.
    const promisedMore = await ended("31 days", 90);

    await sweepOnce(async () => {
      for (const id of [due, promisedFewer, promisedMore]) {
        await expect.poll(async () => (await rowOf(id))?.rawErasedAt).not.toBeNull();
        expect(await eventsOf(id)).toEqual([]);
        const kept = await at.node.server.sessions.summary(userId, id);
        expect(readKeptSummary(kept?.summary)?.de.title).toBeTruthy();
      }
    });
    expect((await rowOf(notDue))?.rawErasedAt).toBeNull();
    expect((await eventsOf(notDue)).length).toBe(1);
    const listed = await at.node.server.sessions.list(userId);
    const dates = new Map(listed.map(({ id, rawDataGoAt }) => [id, rawDataGoAt]));
    expect(dates.get(due)).toBeNull();
    expect(dates.get(notDue)?.getTime()).toBeGreaterThan(Date.now());
  });

  test("deletes invitations and links that have run out, addresses included, and no open ones", async () => {
    const { db } = at.node.server;
    const { id: userId } = await signUp(at.node, "ada@example.org");
    const inOneDay = sql`now() + interval '1 day'`;
    const aMinuteAgo = sql`now() - interval '1 minute'`;
    await db.insert(invitations).values([
      { tokenHash: "open", createdBy: userId, email: "bo@example.org", expiresAt: inOneDay },
      { tokenHash: "over", createdBy: userId, email: "cy@example.org", expiresAt: aMinuteAgo },
    ]);
    await db.insert(accountLinks).values([
      { tokenHash: "open", userId, purpose: "reset", expiresAt: inOneDay },
      { tokenHash: "over", userId, purpose: "email", email: "d@e.org", expiresAt: aMinuteAgo },
    ]);
    const id = await openFor(userId);
    await db.insert(summaryVersions).values({ sessionId: id, number: 1 });
    await db.insert(summaryLinks).values([
      { tokenHash: "open", id: "open", sessionId: id, version: 1, expiresAt: inOneDay },
      { tokenHash: "over", id: "over", sessionId: id, version: 1, expiresAt: aMinuteAgo },
    ]);
    const kept = async () => ({
      shared: (await db.select().from(summaryLinks)).map(({ tokenHash }) => tokenHash),
      invited: (await db.select().from(invitations)).map(({ email }) => email),
      links: (await db.select().from(accountLinks)).map(({ tokenHash }) => tokenHash),
    });
    await sweepOnce(() =>
      expect.poll(kept).toEqual({ shared: ["open"], invited: ["bo@example.org"], links: ["open"] }),
    );
  });
});
