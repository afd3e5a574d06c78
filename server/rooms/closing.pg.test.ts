import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { pauseRecord } from "@/lib/activities/pause/record";
import { recordAtClose } from "@/lib/testing/session-driver";
import { activityKeys, sealedBallots, sessionEvents } from "@/server/db/schema/sessions";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  advanceTo,
  begin,
  here,
  openStage,
  openWorkshop,
  startNode,
  storedState,
} from "@/server/testing/workshop";

const at = nodeForEachTest({ peopleEveryMs: 500 });

interface Answers {
  safe?: number;
  useful?: number;
  settled?: boolean;
}

/** To the closing by its name, as the outbox of a phone sends it whatever the session does. */
const answer = (phone: LiveClient | undefined, revision: number, answers: Answers) =>
  phone?.send({
    type: "activity",
    activity: "close",
    command: {
      type: "answerChecks",
      revision,
      safe: answers.safe ?? null,
      useful: answers.useful ?? null,
      settled: answers.settled ?? null,
    },
  });

const notSettled = (facilitator: LiveClient, n: number) =>
  facilitator.until((view) => view.facilitator?.notSettled === n);

const histogram = (values: readonly number[]) =>
  Array.from({ length: 11 }, (_, value) => values.filter((each) => each === value).length);

/** A workshop of this many phones that has come to this phase. */
async function workshopAt(n: number, activity: string, phase: string) {
  const workshop = await openWorkshop(at.node, n);
  const stage = await openStage(at.node, workshop);
  at.open.push(workshop.facilitator, stage, ...workshop.participants);
  await begin(workshop.facilitator);
  await advanceTo(workshop.facilitator, activity, phase);
  return { ...workshop, stage };
}

async function totalsAfterEnd(id: string) {
  const closing = (await storedState(at.node, id)).activities.at(-1);
  return pauseRecord.parse(closing && recordAtClose(closing, "facilitator")).totals;
}

test('the closing: totals equal what six phones sent, "not yet" is a number for facilitators, nothing sealed remains (P17, P41, P42)', async () => {
  const { facilitator, participants, stage, id, devices } = await workshopAt(6, "if-then", "fill");
  const { db } = at.node.server;
  const tell = (type: "startClosing" | "reopen") =>
    facilitator.send({ type, from: here(facilitator) });
  expect(await tell("startClosing")).toEqual({ ok: true });
  await facilitator.until((view) => view.session.status === "closing");

  for (const [index, phone] of participants.entries()) {
    // However often it is sent: once. Only four say whether it was useful.
    const answers = { safe: 4 + index, settled: index !== 2, ...(index < 4 ? { useful: 7 } : {}) };
    for (let times = 0; times < 3; times += 1) {
      expect(await answer(phone, 1, answers)).toEqual({ ok: true });
    }
  }
  await notSettled(facilitator, 1);
  // Changed until the end, an older revision changes nothing any more.
  await answer(participants[0], 3, { safe: 10, settled: false });
  await answer(participants[0], 2, { safe: 0, settled: true });
  await notSettled(facilitator, 2);
  await answer(participants[2], 2, { settled: true });
  await notSettled(facilitator, 1);

  // Three questions, three tags: nothing in a row says which answers are one person's.
  const rows = await db
    .select()
    .from(sealedBallots)
    .where(and(eq(sealedBallots.sessionId, id), eq(sealedBallots.activity, "close")));
  expect(rows).toHaveLength(6 + 4 + 6);
  expect(new Set(rows.map(({ tag }) => tag)).size).toBe(rows.length);

  // There is nothing left to go back to.
  expect(await tell("reopen")).toEqual({ ok: false, code: "wrong-phase" });

  // Nobody but the facilitator ever heard of it, and the log holds none of it.
  const others = [...participants, stage].flatMap(({ frames }) => frames).join("\n");
  expect(others).not.toContain("notSettled");
  expect(facilitator.frames.join("\n")).toContain("notSettled");
  const log = await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));
  expect(JSON.stringify(log)).not.toMatch(/settled|checksCounted|answerChecks/);

  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  await Promise.all(
    [facilitator, stage, ...participants].map((each) =>
      each.until((view) => view.session.status === "finished"),
    ),
  );
  expect(await totalsAfterEnd(id)).toEqual({
    safe: histogram([10, 5, 6, 7, 8, 9]),
    // Four answers are below k.
    useful: null,
  });
  await notSettled(facilitator, 0);
  for (const table of [sealedBallots, activityKeys]) {
    expect(await db.select().from(table).where(eq(table.sessionId, id))).toEqual([]);
  }
  expect(await answer(participants[1], 9, { safe: 1 })).toEqual({ ok: false, code: "closed" });
  const ended = [...participants, stage].flatMap(({ frames }) => frames).join("\n");
  expect(ended).not.toContain('"safe"');
  for (const device of devices) expect(ended).not.toContain(device);
});

test("a closing that was left again keeps its answers, takes more, and is counted at the end (P45)", async () => {
  const { facilitator, participants, id } = await workshopAt(5, "before", "ask");
  const { db } = at.node.server;
  await facilitator.send({ type: "startClosing", from: here(facilitator) });
  await facilitator.until((view) => view.session.status === "closing");
  for (const [index, phone] of participants.slice(0, 4).entries()) {
    expect(await answer(phone, 1, { safe: index, settled: false })).toEqual({ ok: true });
  }
  await notSettled(facilitator, 4);
  const reopened = await facilitator.send({ type: "reopen", from: here(facilitator) });
  expect(reopened).toEqual({ ok: true });
  await facilitator.until((view) => view.session.status === "running");
  expect(here(facilitator)).toEqual({ activity: "small-no", phase: "write" });
  // It had no network when it was asked: a closing that was left takes answers, too (P41). The answer of
  // the first one changes, under the same tag.
  expect(await answer(participants[4], 1, { safe: 8, settled: true })).toEqual({ ok: true });
  expect(await answer(participants[0], 2, { safe: 9, settled: true })).toEqual({ ok: true });
  await notSettled(facilitator, 3);
  // What the reopened activity collects is kept apart from it.
  expect(
    await participants[0]?.act({
      type: "submitCard",
      edit: randomId(),
      markHash: randomId() + randomId(),
      revision: 1,
      text: "Ein Nein",
      mayBeCase: false,
      mayBeQuoted: false,
    }),
  ).toEqual({ ok: true });
  const rows = await db.select().from(sealedBallots).where(eq(sealedBallots.sessionId, id));
  expect(rows).toHaveLength(2 * 5);

  // Another node knows the same, from log and rows alone.
  const fresh = await startNode(at.database.url);
  const phone = await connectClient(fresh.url, {
    role: "participant",
    session: id,
    device: randomId(),
  });
  expect(await answer(phone, 1, { safe: 3 })).toEqual({ ok: true });
  phone.close();
  await fresh.stop();

  // Ended without coming back to it.
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  expect((await totalsAfterEnd(id))?.safe).toEqual(histogram([9, 1, 2, 3, 8, 3]));
  for (const table of [sealedBallots, activityKeys]) {
    expect(await db.select().from(table).where(eq(table.sessionId, id))).toEqual([]);
  }
});
