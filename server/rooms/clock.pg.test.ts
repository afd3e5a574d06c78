import { eq, sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { databaseNow } from "@/server/db/clock";
import { sessionEvents } from "@/server/db/schema/sessions";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, handIn, here, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

afterEach(() => {
  vi.useRealTimers();
});

test("a room goes on when the clock of its server is put back by an hour", async () => {
  const { facilitator, participants } = await openWorkshop(at.node, 1);
  at.open.push(facilitator, ...participants);
  const help = { type: "showHelp" } as const;
  expect(await facilitator.send(help)).toEqual({ ok: true });
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() - 3_600_000 });
  expect(await facilitator.send(help)).toEqual({ ok: true });
  await facilitator.until((view) => view.session.helpShown === 2);
  // People are counted as before, too.
  await facilitator.until((view) => view.people?.joined === 1);
  participants[0]?.close();
});

test("27: P27, P88 a countdown is right on a server whose own clock is an hour wrong", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + HOUR_MS });
  const wrong = await startNode(at.database.url);
  const { facilitator } = await openWorkshop(wrong, 0);
  await begin(facilitator);
  const { rows } = await wrong.server.db.execute<{ now: string }>(
    sql`select ${databaseNow} as now`,
  );
  const told = facilitator.frames.map((frame) => Number(JSON.parse(frame).now));
  // Far from the hour, near enough for whatever a busy machine needs to answer.
  const farthest = Math.max(...told.map((now) => Math.abs(now - Number(rows[0]?.now))));
  expect(farthest).toBeLessThan(HOUR_MS / 4);
  const begun = facilitator.view?.facilitator?.begunAt ?? 0;
  expect(Math.abs(begun - Number(rows[0]?.now))).toBeLessThan(HOUR_MS / 4);
  facilitator.close();
  await wrong.stop();
});

test("when a clock runs out nothing happens by itself, and what is handed in still counts (P27)", async () => {
  const { facilitator, participants, id } = await openWorkshop(at.node, 1);
  at.open.push(facilitator, ...participants);
  const [participant] = participants;
  if (!participant) throw new Error("unreachable");
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  const from = here(facilitator);
  const endsAt = () => facilitator.view?.activity?.clock?.endsAt ?? Number.POSITIVE_INFINITY;
  let taken = 0;
  for (; endsAt() >= Date.now(); taken += 1) {
    const before = endsAt();
    const less = { type: "addMinutes", minutes: -1, from } as const;
    expect(await facilitator.send(less)).toEqual({ ok: true });
    await facilitator.until(() => endsAt() < before);
  }
  expect(taken).toBeGreaterThan(0);
  const logged = () => at.node.server.db.$count(sessionEvents, eq(sessionEvents.sessionId, id));
  const before = await logged();
  // Whatever goes round in the room has gone round once since then: it counts who is done.
  await participant.until((view) => view.activity?.phase === "write");
  participant.setDone(true);
  await facilitator.until((view) => view.people?.done === 1);
  const { acknowledged } = await handIn(participant, "Ein Nein nach der Zeit");
  expect(acknowledged).toEqual({ ok: true });
  expect(here(facilitator)).toEqual(from);
  expect(await logged()).toBe(before);
});

const HOUR_MS = 3_600_000;
