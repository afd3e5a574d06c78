import { sql } from "drizzle-orm";
import { afterEach, expect, test, vi } from "vitest";
import { databaseNow } from "@/server/db/clock";
import { nodeForEachTest } from "@/server/testing/own-node";
import { begin, openWorkshop, startNode } from "@/server/testing/workshop";

const at = nodeForEachTest();

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

const HOUR_MS = 3_600_000;
