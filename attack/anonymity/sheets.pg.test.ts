import { expect, test } from "vitest";
import * as Y from "yjs";
import { rowsOnDisk } from "@/attack/anonymity/rows-on-disk";
import { documentFrame } from "@/lib/documents/wire";
import { createErasure } from "@/server/erasure/erasure";
import { createLog } from "@/server/log";
import { openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openSheets, put, sheetOf } from "@/server/testing/sheets";
import { query } from "@/server/testing/test-database";
import { advance, openStage } from "@/server/testing/workshop";

/**
 * Who wrote which row of a group's sheet. It is not anonymous inside the group, nor to facilitators, and says so. What is
 * claimed: nobody else is told of it, nothing that is stored or sent leads to a device, and once the activity is over nobody
 * can tell any more which rows come from the same phone. Whoever attacks holds every row on the disk, the log down to
 * `debug`, and every frame that anybody was sent.
 */
let logged = "";
const log = createLog(
  { mode: "test", logLevel: "debug" },
  { write: (line: string) => (logged += line) },
);
const at = nodeForEachTest({ log });

/** Texts by the phone that they were written on, as far as updates of Yjs tell: each struct carries its writer's number. */
function writersIn(updates: readonly Uint8Array[]): string[][] {
  const texts = new Map<number, string[]>();
  for (const update of updates) {
    for (const struct of Y.decodeUpdate(update).structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const { client } = struct.id;
      texts.set(client, [...(texts.get(client) ?? []), struct.content.str]);
    }
  }
  return [...texts.values()];
}

/** Every update in the rows of documents, as the disk has them. */
async function updatesOnDisk(): Promise<Uint8Array[]> {
  const rows = await query(at.database.url, "select data from document_updates");
  return rows.flatMap(({ data }) => (data instanceof Uint8Array ? [new Uint8Array(data)] : []));
}

/** Four phones of group A have each put two rows on their sheet, in turn. */
async function writtenByAll() {
  logged = "";
  const opened = await openSheets(at);
  const stage = await openStage(at.node, opened);
  at.open.push(stage);
  const writers = await Promise.all(
    opened.inGroup("A").map(async ({ client, device }) => ({
      ...{ client, device },
      sheet: await openDocument(client, sheetOf("A")),
      texts: [] as string[],
    })),
  );
  const desk = await openDocument(opened.facilitator, sheetOf("A"));
  for (const turn of [1, 2]) {
    for (const [n, { sheet, texts }] of writers.entries()) {
      const text = `Zeile-${turn === 1 ? n + 4 : n}-auf-dem-Blatt`;
      texts.push(text);
      expect(await put(sheet, "guess", text)).toMatchObject({ ok: true });
    }
  }
  const truth = writers.map(({ texts }) => texts);
  await expect.poll(() => desk.doc.getArray("guess").length).toBe(truth.flat().length);
  return { ...opened, stage, writers, desk, truth };
}

const contains = (texts: readonly string[], traces: readonly string[]): string[] =>
  traces.filter((trace) => texts.some((text) => text.includes(trace)));

/** Everything on the disk as text, what is binary as it is read. */
async function disk(): Promise<string[]> {
  const updates = await updatesOnDisk();
  return [
    ...(await rowsOnDisk(at.database.url)).map(({ text }) => text),
    ...updates.map((update) => Buffer.from(update).toString("latin1")),
  ];
}

test("rows are told to their group and to facilitators alone, and nothing beside them leads to a device (P296)", async () => {
  const { writers, truth, stage, inGroup, seated, devices, facilitator, desk } =
    await writtenByAll();
  const others = [stage, ...inGroup("B").map(({ client }) => client)];
  const told = others.flatMap((client) => client.frames);
  expect(contains([...told, logged], truth.flat())).toEqual([]);
  // What whole group and facilitators are sent is the same bytes, and no device and no connection is in it.
  const [first, ...more] = writers.map(({ sheet }) => sheet.frames.slice(-1));
  for (const frames of [...more, desk.frames.slice(-1)]) expect(frames).toEqual(first);
  const bytes = writers.flatMap(({ sheet }) =>
    sheet.frames.map((frame) =>
      Buffer.from(documentFrame.parse(JSON.parse(frame)).u, "base64").toString("latin1"),
    ),
  );
  const sockets = seated.flatMap(({ client }) => client.socketIds);
  const frames = [facilitator, ...seated.map(({ client }) => client)].flatMap(
    (each) => each.frames,
  );
  for (const texts of [bytes, frames, [logged], await disk()]) {
    expect(contains(texts, [...devices, ...sockets])).toEqual([]);
  }
  // Positive control: the search finds rows where they are.
  expect(contains(bytes, truth.flat())).toEqual(truth.flat());
});

test("while a sheet is written the disk tells which rows come from the same phone: positive control", async () => {
  const { truth } = await writtenByAll();
  const found = writersIn(await updatesOnDisk()).map((texts) => [...texts].sort());
  expect(found.sort()).toEqual(truth.map((texts) => [...texts].sort()).sort());
});

test("once the activity is over nobody can tell which rows come from the same phone (P299)", async () => {
  const { truth, facilitator, writers } = await writtenByAll();
  const numbers = writers.map(({ sheet }) => String(sheet.opened.writer?.client));
  expect(numbers).not.toContain("undefined");
  await advance(facilitator);
  await advance(facilitator);
  await facilitator.until(({ planned }) => planned?.key !== sheetOf("A").split("/")[0]);
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  const silent = createLog({ mode: "test", logLevel: "silent" });
  const erasure = createErasure({ url: at.database.url, log: silent });
  await expect.poll(() => erasure.pass()).toBe("done");
  expect(await updatesOnDisk()).toEqual([]);
  const left = await disk();
  // What was written is kept, in one row of the log.
  const rows = left.filter((text) => contains([text], truth.flat()).length > 0);
  expect(rows).toHaveLength(1);
  const stored = JSON.parse(JSON.parse(rows[0] ?? "").row);
  const pad = { guess: truth.flat().sort(), know: [], ask: [] };
  // Nothing stands beside the rows, and their order is that of what they say. On the sheet it was another: positive control.
  expect(writers[0]?.sheet.doc.getArray("guess").map(String)).not.toEqual(pad.guess);
  expect(stored.event.event).toEqual({ type: "padsKept", version: 1, pads: { A: pad } });
  // No number of a writer is anywhere any more.
  expect(contains([...left, logged], numbers)).toEqual([]);
});
