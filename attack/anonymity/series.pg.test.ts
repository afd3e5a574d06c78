import { expect, test } from "vitest";
import { rowsOnDisk } from "@/attack/anonymity/rows-on-disk";
import { recallAnswer } from "@/lib/series/series-schema";
import { drawWords } from "@/lib/series/series-words";
import { wordsShown } from "@/lib/series/word-lists";
import { createErasure } from "@/server/erasure/erasure";
import { createLog } from "@/server/log";
import type { LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { holdMeeting, keep, recall, scoresOf, wordsOf } from "@/server/testing/series";
import { query } from "@/server/testing/test-database";
import { advanceTo, openStage } from "@/server/testing/workshop";

/**
 * Four words and what is kept under them (decision 0073). Whoever attacks holds the rows of the disk, the log down to
 * `debug`, every frame that anybody was sent, and phones of their own; not the words of somebody else.
 */
let logged = "";
const log = createLog(
  { mode: "test", logLevel: "debug" },
  { write: (line: string) => (logged += line) },
);
const at = nodeForEachTest({ log });

const PHONES = 6;

/** Everything in which words would tell whose they are: as they are read, as they are sent. */
const tracesOf = (number: number): string[] => {
  const words = wordsOf(number);
  return [...wordsShown(words), words.words.join(","), words.words.join(", ")];
};

const contains = (texts: readonly string[], traces: readonly string[]): string[] =>
  traces.filter((trace) => texts.some((text) => text.includes(trace)));

async function keptByAll() {
  logged = "";
  const meeting = await holdMeeting(at, "series-1", { phones: PHONES });
  const stage = await openStage(at.node, { id: meeting.id, account: await at.account() });
  at.open.push(stage);
  const everybody: LiveClient[] = [meeting.facilitator, stage, ...meeting.participants];
  for (const [number, phone] of meeting.participants.entries()) {
    expect(await keep(phone, wordsOf(number), scoresOf(number))).toEqual({ ok: true });
  }
  return { ...meeting, everybody };
}

test("words are in no row, no line of the log and no frame, and no row leads from scores to a device (P216)", async () => {
  const { devices, everybody } = await keptByAll();
  const rows = await rowsOnDisk(at.database.url);
  const frames = everybody.flatMap((client) => client.frames);
  const numbers = devices.map((_, number) => number);
  for (const texts of [rows.map(({ text }) => text), [logged], frames]) {
    expect(contains(texts, numbers.flatMap(tracesOf))).toEqual([]);
    expect(contains(texts, devices)).toEqual([]);
  }
  // Nothing but the series' own table knows what was kept, and there it says nothing else.
  const kept = await query(at.database.url, "select * from series_scores");
  expect(kept).toHaveLength(PHONES);
  for (const row of kept) expect(Object.keys(row).sort()).toEqual(["kept", "series_id", "tag"]);
  const tags = kept.map(({ tag }) => String(tag));
  const elsewhere = rows.filter(({ table }) => table !== "series_scores");
  expect(contains([...elsewhere.map(({ text }) => text), logged, ...frames], tags)).toEqual([]);
});

test("a row, a line or a frame with words would be found: positive control", async () => {
  const { facilitator } = await keptByAll();
  await facilitator.send({
    type: "writeNote",
    activity: "before",
    text: `Sie hat ${wordsShown(wordsOf(2)).join(" ")}`,
  });
  log.warn({ frame: { words: wordsOf(3) } }, "a leak on purpose");
  const texts = (await rowsOnDisk(at.database.url)).map(({ text }) => text);
  expect(contains(texts, tracesOf(2)).length).toBeGreaterThan(0);
  expect(contains([logged], tracesOf(3)).length).toBeGreaterThan(0);
});

test("nobody is sent anything because somebody has kept or asked for something (P216)", async () => {
  const { participants, everybody } = await keptByAll();
  // Counts come by themselves, every few seconds: after the last of them nothing else moves.
  for (const each of everybody) {
    await each.until(({ people, room }) => (people?.joined ?? room?.there) === PHONES);
  }
  const before = everybody.map(({ records }) => JSON.stringify([...records]));
  const [first] = participants;
  if (!first) throw new Error("unreachable");
  await keep(first, wordsOf(0), scoresOf(9));
  // A frame that does come, to everybody, so that one before it would have come as well.
  const [facilitator] = everybody;
  await facilitator?.send({ type: "showHelp" });
  await Promise.all(everybody.map((each) => each.until(({ session }) => session.helpShown === 1)));
  const after = everybody.map(({ records }) => JSON.stringify([...records]));
  const withoutHelp = (records: string) => records.replaceAll(/\\"helpShown\\":\d+/g, "");
  expect(after.map(withoutHelp)).toEqual(before.map(withoutHelp));
  // The comparison sees what there is.
  expect(after).not.toEqual(before);
});

test("after a pass neither place nor transaction tells who kept something first: the order is that of tags (P216)", async () => {
  const { facilitator } = await keptByAll();
  const placed = () =>
    query(at.database.url, "select tag, kept, xmin::text as by from series_scores order by ctid");
  const inOrder = (rows: Record<string, unknown>[]) =>
    rows.map(({ kept }) => JSON.stringify(kept, null, 0).replaceAll(/\s/g, ""));
  const handedIn = Array.from({ length: PHONES }, (_, number) => scoresOf(number).personally);
  const personally = (rows: Record<string, unknown>[]) =>
    inOrder(rows).map((text) => Number(/"personally":(\d+)/.exec(text)?.[1]));
  const before = await placed();
  // Positive control: until then the disk tells the order of handing in, as of everything that is sealed.
  expect(personally(before)).toEqual(handedIn);

  await facilitator.send({ type: "end" });
  const silent = createLog({ mode: "test", logLevel: "silent" });
  const erasure = createErasure({ url: at.database.url, log: silent });
  await expect.poll(() => erasure.pass()).toBe("done");
  const after = await placed();
  const tags = after.map(({ tag }) => String(tag));
  expect(tags).toEqual([...tags].sort());
  expect(new Set(after.map(({ by }) => by)).size).toBe(1);
});

test("an answer has as many bytes whether anything is kept under the words or not (P217)", async () => {
  const first = await keptByAll();
  await first.facilitator.send({ type: "end" });
  await first.facilitator.until(({ session }) => session.status === "finished");
  const last = await holdMeeting(at, "series-4", { phones: 2, after: first.id });
  await advanceTo(last.facilitator, "measure", "ask");
  const [phone, stranger] = last.participants;
  if (!phone || !stranger) throw new Error("unreachable");
  await phone.until(({ planned }) => planned?.key === "measure");
  await stranger.until(({ planned }) => planned?.key === "measure");
  const known = await recall(phone, wordsOf(4));
  const unknown = await recall(stranger, { ...wordsOf(4), language: "en" });
  expect(known).toMatchObject({ ok: true, reply: { scores: scoresOf(4) } });
  expect(unknown).toMatchObject({ ok: true, reply: { scores: null } });
  expect(JSON.stringify(unknown).length).toBe(JSON.stringify(known).length);
  // Positive control: without padding they would differ.
  const bare = ({ scores }: ReturnType<typeof recallAnswer>) => JSON.stringify(scores).length;
  const questions = Object.keys(scoresOf(4));
  expect(bare(recallAnswer(null, questions))).not.toBe(bare(recallAnswer(scoresOf(4), questions)));
  // Asking leaves nothing behind, and a ballot holds no words.
  const rows = (await rowsOnDisk(at.database.url)).map(({ text }) => text);
  expect(contains([...rows, logged], tracesOf(4))).toEqual([]);
});

test("whoever tries words is stopped after a few, whether they are right or not (P218)", async () => {
  const first = await keptByAll();
  await first.facilitator.send({ type: "end" });
  await first.facilitator.until(({ session }) => session.status === "finished");
  const last = await holdMeeting(at, "series-4", { phones: 1, after: first.id });
  await advanceTo(last.facilitator, "measure", "ask");
  const [guesser] = last.participants;
  if (!guesser) throw new Error("unreachable");
  await guesser.until(({ planned }) => planned?.key === "measure");
  const answers = [];
  for (let tries = 0; tries < 30; tries += 1) {
    answers.push(
      await recall(
        guesser,
        drawWords("de", (end) => (tries * 7919) % end),
      ),
    );
  }
  expect(answers.filter(({ ok }) => ok)).toHaveLength(11);
  // The right words are refused as well by then: the limit tells nothing about them.
  expect(await recall(guesser, wordsOf(1))).toEqual({ ok: false, code: "rate-limited" });
});
