import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  roleplayConsole,
  roleplayGroup,
  roleplayRecord,
  roleplaySeat,
} from "@/lib/activities/roleplay/record";
import { addEntry, removeEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import { documents, documentUpdates, sessionEvents } from "@/server/db/schema/sessions";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { askToOpen, openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import {
  groupOf,
  openSheets,
  put,
  reads,
  type Seated,
  SHEETS,
  sheetOf,
  writeSheet,
} from "@/server/testing/sheets";
import { advance, openStage, startNode } from "@/server/testing/workshop";

/** The sheets that groups write, over real sockets: who may open which, and what remains of them. */

const at = nodeForEachTest();

const REFUSED = { ok: false, code: "not-allowed" };

function first<T>([item]: readonly T[]): T {
  if (item === undefined) throw new Error("There is none");
  return item;
}

describe("P296 a group's sheet", () => {
  test("is written by its seats, read by facilitators, and to everybody else as if there were none", async () => {
    const { id, account, facilitator, seated, inGroup } = await openSheets(at);
    const stage = await openStage(at.node, { account, id });
    at.open.push(stage);
    const [one, two] = await Promise.all(
      inGroup("A").map(({ client }) => openDocument(client, sheetOf("A"))),
    );
    const desk = await openDocument(facilitator, sheetOf("A"));
    if (!one || !two) throw new Error("unreachable");
    expect(desk.opened.writer).toBeNull();
    expect(await put(one, "guess", "Sie war müde")).toMatchObject({ ok: true });
    expect(await put(two, "ask", "Wann passt es?")).toMatchObject({ ok: true });
    for (const sheet of [one, two, desk]) {
      await expect.poll(() => reads(sheet, "ask")).toEqual(["Wann passt es?"]);
      expect(reads(sheet, "guess")).toEqual(["Sie war müde"]);
    }
    expect(await desk.send(Y.encodeStateAsUpdate(new Y.Doc()))).toMatchObject(REFUSED);

    // The other group's, one that nobody has begun, and one that isn't there are all the same.
    const stranger = first(inGroup("B")).client;
    for (const name of [sheetOf("A"), sheetOf("C"), `${SHEETS}/themes`, "nothing/group-a"]) {
      for (const client of [stranger, stage]) {
        expect(await askToOpen(client, { doc: name })).toEqual(REFUSED);
      }
    }
    const others = seated.filter(({ letter }) => letter === "B").map(({ client }) => client);
    for (const client of [...others, stage]) {
      expect(client.frames.join("")).not.toContain("müde");
    }
    const update = { doc: sheetOf("A"), epoch: 1, n: 1, u: "AAA=" };
    expect(await stranger.ask("doc:update", update)).toMatchObject({ ok: false });
  });

  test("is no more theirs who leave, or are moved to another group (P297)", async () => {
    const { facilitator, inGroup } = await openSheets(at);
    const [stays, moves, leaves] = inGroup("A");
    if (!stays || !moves || !leaves) throw new Error("unreachable");
    const [sheet, moved, left] = await Promise.all(
      [stays, moves, leaves].map(({ client }) => openDocument(client, sheetOf("A"))),
    );
    if (!sheet || !moved || !left) throw new Error("unreachable");
    const chair = chairOf(moves, facilitator);
    expect(await facilitator.act({ type: "moveChair", chair, to: "B" })).toEqual({ ok: true });
    await moves.client.until((view) => roleplayGroup.parse(view.group).letter === "B");
    await expect.poll(() => moved.resets).toEqual([null]);
    expect(await put(moved, "guess", "noch von hier")).toMatchObject(REFUSED);
    expect(await askToOpen(moves.client, { doc: sheetOf("A") })).toEqual(REFUSED);
    const next = await openDocument(moves.client, sheetOf("B"));
    expect(await put(next, "guess", "von dort")).toMatchObject({ ok: true });

    expect(await leaves.client.act({ type: "leaveSeat", revision: 2 })).toEqual({ ok: true });
    await expect.poll(() => left.resets).toEqual([null]);
    await put(sheet, "know", "nur unter uns");
    expect([reads(moved, "know"), reads(left, "know")]).toEqual([[], []]);
    for (const { client } of [moves, leaves]) {
      expect(client.frames.join("")).not.toContain("nur unter uns");
    }
    // Who comes back has it again.
    expect(await leaves.client.act({ type: "takeSeat", revision: 3, remote: false })).toEqual({
      ok: true,
    });
    expect(padContentOf((await openDocument(leaves.client, sheetOf("A"))).doc).know).toEqual([
      "nur unter uns",
    ]);
  });

  test("goes on after a lost connection, on another node, and after a restart", async () => {
    const { id, inGroup } = await openSheets(at);
    const [one, two] = inGroup("A");
    if (!one || !two) throw new Error("unreachable");
    const sheet = await openDocument(one.client, sheetOf("A"));
    await put(sheet, "guess", "vorher");
    const second = await startNode(at.database.url);
    const there = await connectClient(second.url, {
      ...{ role: "participant", session: id, device: two.device },
    });
    at.open.push(there);
    try {
      const other = await openDocument(there, sheetOf("A"));
      expect(reads(other, "guess")).toEqual(["vorher"]);
      await put(other, "guess", "von nebenan");
      await expect.poll(() => reads(sheet, "guess")).toEqual(["vorher", "von nebenan"]);
      // Offline it is written on; the same document in memory comes back, and nothing is twice.
      one.client.close();
      addEntry(sheet.doc, "guess", "ohne Netz");
      const again = await connectClient(second.url, {
        ...{ role: "participant", session: id, device: one.device },
      });
      at.open.push(again);
      const back = await openDocument(again, sheetOf("A"), sheet);
      expect(back.opened.writer).toEqual(sheet.opened.writer);
      const vector = Y.encodeStateVectorFromUpdate(Y.encodeStateAsUpdate(other.doc));
      expect(await back.send(Y.encodeStateAsUpdate(sheet.doc, vector))).toMatchObject({ ok: true });
      await expect
        .poll(() => reads(other, "guess"))
        .toEqual(["vorher", "von nebenan", "ohne Netz"]);
    } finally {
      await second.stop();
    }
  });
});

/** The chair that somebody sits on: in a group each has had another role in the last round. */
function chairOf({ client, letter }: Seated, facilitator: LiveClient): string {
  const role = roleplaySeat.parse(client.view?.seat).played.at(-1);
  const { groups } = roleplayConsole.parse(facilitator.view?.facilitator?.ofKind);
  const group = groups.find((each) => each.letter === letter);
  const chair = group?.chairs.find((each) => each.role === role);
  if (!chair) throw new Error("Nobody sits there");
  return chair.id;
}

describe("facilitators", () => {
  test("close a sheet and open it again: its group goes on reading (P298)", async () => {
    const { facilitator, inGroup } = await openSheets(at);
    const { client } = first(inGroup("A"));
    const sheet = await openDocument(client, sheetOf("A"));
    await put(sheet, "guess", "bleibt");
    const setOpen = (on: boolean) => facilitator.act({ type: "openPad", group: "A", on });
    expect(await setOpen(false)).toEqual({ ok: true });
    await client.until((view) => roleplayGroup.parse(view.group).pad?.isOpen === false);
    expect(await put(sheet, "guess", "zu spät")).toMatchObject({ ok: false, code: "closed" });
    const read = await openDocument(client, sheetOf("A"));
    expect(read.opened.writer).toBeNull();
    expect(reads(read, "guess")).toEqual(["bleibt"]);
    expect(await setOpen(true)).toEqual({ ok: true });
    const again = await openDocument(client, sheetOf("A"));
    expect(await put(again, "guess", "wieder")).toMatchObject({ ok: true });
  });

  test("put back on a sheet what somebody has taken away, beside what was written since (P298)", async () => {
    const { facilitator, inGroup } = await openSheets(at);
    const { client } = first(inGroup("A"));
    const sheet = await openDocument(client, sheetOf("A"));
    await put(sheet, "guess", "weg");
    await writeSheet(sheet, (doc) => removeEntry(doc, "guess", padColumn(doc, "guess").get(0)));
    await put(sheet, "guess", "seitdem");
    const rows = { guess: ["weg", "seitdem"], know: [], ask: ["x".repeat(200)] };
    const restore = { type: "restoreRows", group: "A", rows };
    expect(await facilitator.act(restore)).toEqual({ ok: true });
    await expect.poll(() => reads(sheet, "guess")).toEqual(["seitdem", "weg"]);
    expect(await facilitator.act(restore)).toEqual({ ok: true });
    expect(await put(sheet, "guess", "weiter")).toMatchObject({ ok: true });
    expect(reads(sheet, "guess")).toEqual(["seitdem", "weg", "weiter"]);
    expect(await client.act(restore)).toMatchObject(REFUSED);
    expect(await facilitator.act({ ...restore, group: "ZZ" })).toMatchObject(REFUSED);
  });

  test("put rows on the stage as they were when they were chosen, and nobody is told whose (P298)", async () => {
    const { id, account, facilitator, inGroup } = await openSheets(at);
    const stage = await openStage(at.node, { account, id });
    at.open.push(stage);
    const sheet = await openDocument(first(inGroup("A")).client, sheetOf("A"));
    await put(sheet, "ask", "Wann passt es?");
    const rows = { guess: [], know: [], ask: ["Wann passt es?"] };
    expect(await facilitator.act({ type: "showRows", rows })).toEqual({ ok: true });
    await writeSheet(sheet, (doc) => removeEntry(doc, "ask", padColumn(doc, "ask").get(0)));
    for (const client of [stage, first(inGroup("B")).client]) {
      const shown = await client.until(
        (view) =>
          view.activity &&
          roleplayRecord.parse(view.activity.record).rows.ask.length > 0 &&
          view.activity.record,
      );
      expect(roleplayRecord.parse(shown).rows).toEqual(rows);
    }
    const five = { ...rows, ask: ["1", "2", "3", "4", "5"].map((n) => `Frage ${n}`) };
    expect(await facilitator.act({ type: "showRows", rows: five })).toMatchObject({ ok: false });
    expect(await first(inGroup("A")).client.act({ type: "showRows", rows })).toMatchObject(REFUSED);
  });
});

test("P299 put away, a sheet is one event in plain text, its group's to read, and its rows are gone with the activity", async () => {
  const { id, facilitator, seated, inGroup } = await openSheets(at);
  const sheet = await openDocument(first(inGroup("A")).client, sheetOf("A"));
  await put(sheet, "guess", "Sie war\u0000 müde");
  await put(sheet, "guess", "   ");
  await put(sheet, "guess", "falsch");
  await writeSheet(sheet, (doc) => removeEntry(doc, "guess", padColumn(doc, "guess").get(2)));
  const { db } = at.node.server;
  const kept = async () =>
    (await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id)))
      .map(({ event }) => JSON.stringify(event))
      .filter((event) => event.includes("padsKept"));
  expect(await kept()).toEqual([]);
  expect(await advance(facilitator)).toEqual({ ok: true });
  const told = { guess: ["Sie war müde"], know: [], ask: [] };
  for (const { client, letter } of seated) {
    const pad = await client.until((view) => roleplayGroup.parse(view.group).pad);
    await client.until((view) => roleplayGroup.parse(view.group).pad?.kept);
    expect(pad).not.toBeNull();
    expect(groupOf(client).pad?.kept).toEqual(
      letter === "A" ? told : { guess: [], know: [], ask: [] },
    );
    if (letter !== "A") expect(client.frames.join("")).not.toContain("müde");
  }
  const events = await kept();
  expect(events).toHaveLength(1);
  expect(JSON.parse(events[0] ?? "")).toMatchObject({ event: { pads: { A: told } } });
  // While it is put away nobody opens it, and what is deleted of it is nowhere but in its rows.
  expect(await askToOpen(first(inGroup("A")).client, { doc: sheetOf("A") })).toEqual(REFUSED);
  expect(events.join("")).not.toContain("falsch");
  expect(await db.select().from(documentUpdates)).not.toEqual([]);
  expect(await advance(facilitator)).toEqual({ ok: true });
  await facilitator.until(({ planned }) => planned?.key !== SHEETS);
  expect(await db.select().from(documents)).toEqual([]);
  expect(await db.select().from(documentUpdates)).toEqual([]);
});
