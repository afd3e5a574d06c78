import { expect, test } from "vitest";
import { scaleRecord } from "@/lib/activities/scale/record";
import { recalledScores, type SeriesScores } from "@/lib/series/series-schema";
import { seriesScores } from "@/server/db/schema/sessions";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { holdMeeting, keep, recall, scoresOf, wordsOf } from "@/server/testing/series";
import { advance, advanceTo, signUp } from "@/server/testing/workshop";

const at = nodeForEachTest();

const QUESTIONS = ["personally", "distance", "contact"] as const;

/** A first meeting in which so many have kept what they answered. */
async function firstMeeting(phones: number): Promise<string> {
  const first = await holdMeeting(at, "series-1", { phones });
  for (const [number, phone] of first.participants.entries()) {
    expect(await keep(phone, wordsOf(number), scoresOf(number))).toEqual({ ok: true });
  }
  await first.facilitator.send({ type: "end" });
  await first.facilitator.until(({ session }) => session.status === "finished");
  return first.id;
}

async function lastMeeting(phones: number, after?: string) {
  const last = await holdMeeting(at, "series-4", { phones, ...(after ? { after } : {}) });
  await advanceTo(last.facilitator, "measure", "ask");
  for (const phone of last.participants)
    await phone.until(({ planned }) => planned?.key === "measure");
  return last;
}

/** What a phone finds under these words; null for nothing. */
async function found(phone: LiveClient, number: number): Promise<SeriesScores | null> {
  const answer = await recall(phone, wordsOf(number));
  return answer.ok ? recalledScores.parse(answer.reply).scores : null;
}

const cast = (phone: LiveClient, before: SeriesScores, by: number) =>
  phone.act({
    type: "castScores",
    revision: 1,
    scores: QUESTIONS.map((item) => ({
      item,
      before: before[item] ?? null,
      score: Math.min(10, (before[item] ?? 0) + by),
    })),
  });

async function shown({ facilitator }: { facilitator: LiveClient }) {
  await advance(facilitator);
  const view = await facilitator.until((seen) => seen.activity?.phase === "show" && seen);
  return scaleRecord.parse(view.activity?.record);
}

test("what was kept at the first meeting is found by its words at the last, and the pairs alone are shown (P217, P219)", async () => {
  const last = await lastMeeting(7, await firstMeeting(6));
  for (const [number, phone] of last.participants.entries()) {
    const before = await found(phone, number);
    // The seventh was not there, and has no pair.
    expect(before).toEqual(number < 6 ? scoresOf(number) : null);
    if (before) expect(await cast(phone, before, number % 2)).toMatchObject({ ok: true });
  }
  const { asking, totals, shifts } = await shown(last);
  expect({ asking, totals }).toEqual({ asking: "second", totals: null });
  for (const item of QUESTIONS) {
    // Another meeting has seen the first answers: nothing that could be subtracted from that is told.
    expect(shifts?.[item]).toMatchObject({ n: 6, medians: null, bands: null, mean: null });
  }
});

test("of four pairs nothing is told, not even that there are any", async () => {
  const last = await lastMeeting(6, await firstMeeting(6));
  for (const [number, phone] of last.participants.slice(0, 4).entries()) {
    await cast(phone, (await found(phone, number)) ?? {}, 1);
  }
  expect(Object.values((await shown(last)).shifts ?? {})).toEqual([null, null, null]);
});

test("a meeting that goes on after nothing asks the same once, and keeps nothing of an earlier series", async () => {
  await firstMeeting(5);
  const { facilitator, participants } = await lastMeeting(5);
  expect(scaleRecord.parse(facilitator.view?.activity?.record).asking).toBe("once");
  const [phone] = participants;
  expect(phone && (await recall(phone, wordsOf(0)))).toMatchObject({
    ok: false,
    code: "not-allowed",
  });
});

test("nobody's meeting goes on with somebody else's series", async () => {
  const first = await firstMeeting(5);
  const other = await signUp(at.node, "eve@example.org");
  const how = { userId: other.id, templateId: "series-4", address: "du", language: "de" } as const;
  const { sessions } = at.node.server;
  expect(await sessions.meetingBefore(other.id, first)).toBeNull();
  const { id } = await sessions.open({ ...how, after: first });
  expect(await sessions.meetingBefore(other.id, id)).not.toBeNull();
  // Its own series, in which nobody has kept anything: what was kept before stays the first one's.
  const kept = await at.node.server.db.select().from(seriesScores);
  expect(new Set(kept.map(({ seriesId }) => seriesId)).size).toBe(1);
});

test("a list leads on to the next meeting while its series lives, and no longer", async () => {
  const { id: userId } = await at.account();
  const { sessions } = at.node.server;
  const nextOf = async (id: string) =>
    (await sessions.list(userId)).find((session) => session.id === id)?.next;
  const first = await firstMeeting(5);
  expect(await nextOf(first)).toBe("series-2");
  expect(await sessions.summary(userId, first)).toMatchObject({ next: "series-2" });
  const last = await lastMeeting(5, first);
  expect(await nextOf(last.id)).toBeNull();
  await last.facilitator.send({ type: "end" });
  await last.facilitator.until(({ session }) => session.status === "finished");
  expect(await nextOf(first)).toBeNull();
});

test("words are written over by a repeat, and take no questions but those of the first measure", async () => {
  const { participants } = await holdMeeting(at, "series-1", { phones: 1 });
  const [phone] = participants;
  if (!phone) throw new Error("unreachable");
  const rows = () => at.node.server.db.select().from(seriesScores);
  expect(await keep(phone, wordsOf(1), scoresOf(1))).toEqual({ ok: true });
  expect(await keep(phone, wordsOf(1), scoresOf(2))).toEqual({ ok: true });
  expect(await rows()).toMatchObject([{ kept: { scores: scoresOf(2), version: 1 } }]);
  expect(await keep(phone, wordsOf(1), { another: 3 })).toEqual({ ok: false, code: "bad-input" });
  expect(await rows()).toHaveLength(1);
});

test("one device neither fills a series nor tries words, and keeps nobody else from theirs (P218)", async () => {
  const { participants } = await holdMeeting(at, "series-1", { phones: 2 });
  const [greedy, other] = participants;
  if (!greedy || !other) throw new Error("unreachable");
  const codes = [];
  for (let number = 0; number < 20; number += 1) {
    const answer = await keep(greedy, wordsOf(number), scoresOf(number));
    codes.push(answer.ok ? "ok" : answer.code);
  }
  // Ten, and the one whose turn is next.
  expect(codes).toEqual([...Array(11).fill("ok"), ...Array(9).fill("rate-limited")]);
  expect(await keep(other, wordsOf(50), scoresOf(50))).toEqual({ ok: true });
});
