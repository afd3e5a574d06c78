import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { openRelay, type Relay } from "@/attack/slow-consumers/relay";
import { roleplayConsole, roleplaySeat } from "@/lib/activities/roleplay/record";
import { SEAT_SLOT } from "@/lib/channel";
import { addEntry } from "@/lib/documents/pad-changes";
import { padColumn, padContentOf } from "@/lib/documents/pad-document";
import type { OpenAnswer } from "@/lib/documents/wire";
import { everyScope } from "@/lib/session/actor";
import { connect, type DbConnection } from "@/server/db/client";
import type { DocumentReader } from "@/server/documents/reader";
import { createLog } from "@/server/log";
import { randomId, tagOf } from "@/server/rooms/chance";
import { openRoom, type Room } from "@/server/rooms/room";
import { openDocument } from "@/server/testing/document-client";
import { holdAnswer } from "@/server/testing/hold-answer";
import { nodeForEachTest } from "@/server/testing/own-node";
import { openSheets, put, type Seated, SHEETS, sheetOf } from "@/server/testing/sheets";
import { query } from "@/server/testing/test-database";

/**
 * What comes together with the opening of a sheet, in one batch or while its node knows less than others. The room is one of
 * another node, which hears of what this one writes only when it is asked.
 */

const at = nodeForEachTest();
let way: Relay;
let own: DbConnection;
let room: Room;

beforeEach(async () => {
  way = await openRelay();
});

afterEach(async () => {
  await room.close();
  await own.close();
  way.close();
});

/** Opens the room of a session, over a way to the database that can be cut. */
async function openOwnRoom(sessionId: string): Promise<void> {
  const url = new URL(at.database.url);
  way.leadTo(Number(url.port));
  url.host = way.host;
  own = connect(url.href);
  const opened = await openRoom({
    ...{ db: own.db, now: Date.now, node: "another one", sessionId },
    log: createLog({ mode: "test", logLevel: "silent" }),
    ...{ onEnded: () => undefined, onUnreadable: () => undefined },
  });
  if (!opened) throw new Error("There is no such session");
  room = opened;
}

/** The connection of a phone, and everything that it is sent about documents. */
function readerOn({ device }: Pick<Seated, "device">): DocumentReader & { sent: string[] } {
  const sent: string[] = [];
  return {
    ...{ role: "participant", mayRun: false, who: device, sent },
    seat: (key) => tagOf(key, device, SEAT_SLOT),
    send: ({ text }) => void sent.push(text),
    isGone: () => false,
  };
}

/** A sheet as it was opened, under the id that came with it. */
function docOf(answer: OpenAnswer): Y.Doc {
  if (!answer.ok) throw new Error(`Opening: ${answer.code}`);
  const doc = new Y.Doc();
  if (answer.writer) doc.clientID = answer.writer.client;
  Y.applyUpdate(doc, Buffer.from(answer.u, "base64"));
  return doc;
}

/** An update that changes a sheet. */
function updateOf(doc: Y.Doc, change: (doc: Y.Doc) => void) {
  const before = Y.encodeStateVector(doc);
  change(doc);
  const u = Buffer.from(Y.encodeStateAsUpdate(doc, before)).toString("base64");
  return { doc: sheetOf("A"), epoch: 1, n: 1, u };
}

const open = (reader: DocumentReader) => room.openDocument(reader, { doc: sheetOf("A") });

/** Four phones of the first group, and what they are to the room. */
async function group() {
  const opened = await openSheets(at);
  const [one, two] = opened.inGroup("A");
  if (!one || !two) throw new Error("unreachable");
  const desk = await openDocument(opened.facilitator, sheetOf("A"));
  return { ...opened, one, two, desk };
}

/** The chair that somebody sits on: in a group each has had another role in the last round. */
function chairOf({ client, letter }: Seated, facilitator: Seated["client"]): string {
  const role = roleplaySeat.parse(client.view?.seat).played.at(-1);
  const { groups } = roleplayConsole.parse(facilitator.view?.facilitator?.ofKind);
  const seated = groups.find((each) => each.letter === letter)?.chairs ?? [];
  return seated.find((each) => each.role === role)?.id ?? "";
}

async function revisionOf(session: string): Promise<number> {
  const rows = await query(at.database.url, `select rev from sessions where id = '${session}'`);
  return Number(rows[0]?.rev);
}

test("whoever is moved to another group while they open a sheet is not told what it says (P282)", async () => {
  const { id, one, two, facilitator } = await group();
  await openOwnRoom(id);
  const [stays, moves] = [readerOn(one), readerOn(two)];
  const doc = docOf(await open(stays));
  // The first of these is a batch by itself, and those that come meanwhile are the next one.
  const before = open(stays);
  const opening = open(moves);
  const moving = room.submit({
    sender: { kind: "facilitator", account: "ada", scopes: everyScope },
    frame: {
      id: randomId(),
      command: {
        ...{ type: "activity", activity: SHEETS },
        command: { type: "moveChair", chair: chairOf(two, facilitator), to: "B" },
      },
    },
  });
  const update = updateOf(doc, (sheet) => void addEntry(sheet, "know", "nur unter uns"));
  const writing = room.updateDocument(stays, doc.clientID, update);
  await before;
  expect(await moving).toEqual({ ok: true });
  expect(await writing).toMatchObject({ ok: true });
  expect(await opening).toEqual({ ok: false, code: "not-allowed" });
  const later = updateOf(doc, (sheet) => void addEntry(sheet, "know", "und später"));
  expect(await room.updateDocument(stays, doc.clientID, later)).toMatchObject({ ok: true });
  expect(stays.sent.filter((text) => text.startsWith('2["doc"'))).toHaveLength(2);
  expect(moves.sent).toEqual([]);
});

test("whoever is moved while a node reads what others wrote is not told what came after (P282)", async () => {
  const { id, one, two, facilitator } = await group();
  await openOwnRoom(id);
  const [stays, moves] = [readerOn(one), readerOn(two)];
  for (const reader of [stays, moves]) expect(await open(reader)).toMatchObject({ ok: true });
  const sheet = await openDocument(one.client, sheetOf("A"));
  await put(sheet, "know", "vorher");
  const events = holdAnswer(own, 'from \\"session_events\\"');
  room.hint(await revisionOf(id));
  await events.held;
  // It has read that everybody sits where they sat; what the sheet says it has not.
  const chair = chairOf(two, facilitator);
  expect(await facilitator.act({ type: "moveChair", chair, to: "B" })).toEqual({ ok: true });
  await put(sheet, "know", "nur unter uns");
  events.letGo();
  await expect.poll(() => stays.sent).toHaveLength(1);
  expect(moves.sent).toEqual([`2["doc:reset",{"doc":"${sheetOf("A")}","epoch":null}]`]);
});

test("whoever opens a sheet while somebody spoils it gets it as it is kept (P282)", async () => {
  const { id, one, two, desk } = await group();
  await openOwnRoom(id);
  const [hostile, honest] = [readerOn(one), readerOn(two)];
  const doc = docOf(await open(hostile));
  const good = updateOf(doc, (sheet) => void addEntry(sheet, "ask", "Wann passt es?"));
  expect(await room.updateDocument(hostile, doc.clientID, good)).toMatchObject({ ok: true });
  const before = open(hostile);
  const opening = open(honest);
  // What doesn't fit is seen once it is in.
  const bad = updateOf(doc, (sheet) => padColumn(sheet, "ask").get(0).insert(0, "x".repeat(500)));
  const spoiling = room.updateDocument(hostile, doc.clientID, bad);
  await before;
  expect(await spoiling).toMatchObject({ ok: false, code: "refused" });
  const page = docOf(await opening);
  expect(padContentOf(page).ask).toEqual(["Wann passt es?"]);
  await expect.poll(() => padContentOf(desk.doc).ask).toEqual(["Wann passt es?"]);
});

test("a node whose database was away for a while closes nobody's sheet, and refuses nobody (P283)", async () => {
  const { id, one, two, desk } = await group();
  await openOwnRoom(id);
  const [first, second] = [readerOn(one), readerOn(two)];
  const doc = docOf(await open(first));
  way.leadTo(1);
  way.cut();
  const update = updateOf(doc, (sheet) => void addEntry(sheet, "guess", "Sie war müde"));
  const write = () => room.updateDocument(first, doc.clientID, update);
  expect(await write()).toMatchObject({ ok: false, code: "busy" });
  expect(first.sent).toEqual([]);
  way.leadTo(Number(new URL(at.database.url).port));
  // The first of whom it hears then, before it has read anything of the session.
  const other = docOf(await open(second));
  expect(await write()).toMatchObject({ ok: true });
  for (const { sent } of [first, second]) {
    expect(sent.map((text) => text.slice(0, 7))).toEqual(['2["doc"']);
  }
  expect(padContentOf(other).guess).toEqual([]);
  await expect.poll(() => padContentOf(desk.doc).guess).toEqual(["Sie war müde"]);
});

test("a seat that was taken on another node a moment ago opens its group's sheet (P283)", async () => {
  const { id, one } = await group();
  const seat = (command: { type: string } & Record<string, unknown>) => one.client.act(command);
  expect(await seat({ type: "leaveSeat", revision: 2 })).toEqual({ ok: true });
  await openOwnRoom(id);
  const reader = readerOn(one);
  expect(await open(reader)).toEqual({ ok: false, code: "not-allowed" });
  expect(await seat({ type: "takeSeat", revision: 3, remote: false })).toEqual({ ok: true });
  expect(await open(reader)).toMatchObject({ ok: true, writer: { client: expect.any(Number) } });
});
