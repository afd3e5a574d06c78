import { sql } from "drizzle-orm";
import { io } from "socket.io-client";
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { PROTOCOL_VERSION, type ViewVersion } from "@/lib/protocol";
import { createLog } from "@/server/log";
import { randomId } from "@/server/rooms/chance";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { groupRecord, seatedRecord, type seatLeak, seatRecord } from "@/server/testing/seated-kind";
import {
  advance,
  advanceTo,
  begin,
  openStage,
  openWorkshop,
  startNode,
} from "@/server/testing/workshop";

// As `npm run registries` would list it, had it a folder: everything else is the product's.
vi.mock("@/lib/activities/registry", async (original) => {
  const { registry } = await original<typeof import("@/lib/activities/registry")>();
  const { seatedKind } = await import("@/server/testing/seated-kind");
  return { registry: [...registry, seatedKind] };
});

let logged = "";
const write = (line: string): void => {
  logged += line;
};
const at = nodeForEachTest({ log: createLog({ mode: "test", logLevel: "debug" }, { write }) });
beforeEach(() => {
  logged = "";
});

const PEOPLE = 5;

/** The activity that these tests replace. */
const SEATED = "small-no";

type Leak = z.infer<typeof seatLeak>;

interface Seated {
  client: LiveClient;
  device: string;
  own: string;
  shared: string;
  /** Its group's lines, once it is in one. */
  lines: readonly string[];
}

/** A session in which everybody has sat down in the activity with seats; nobody is dealt a group yet. */
async function seatedRoom(leak: Leak = "none") {
  const workshop = await openWorkshop(at.node, PEOPLE, {
    change: (all) =>
      all.map((activity) =>
        activity.key === SEATED
          ? { ...activity, kind: "seated", settings: { leak }, phaseMinutes: undefined }
          : activity,
      ),
  });
  const { facilitator, participants, devices } = workshop;
  const stage = await openStage(at.node, workshop);
  at.open.push(facilitator, stage, ...participants);
  await begin(facilitator);
  await advanceTo(facilitator, SEATED, "play");
  const seated: Seated[] = participants.map((client, number) => ({
    ...{ client, device: devices[number] ?? "" },
    ...{ own: `own-${randomId()}`, shared: `shared-${randomId()}` },
    lines: [],
  }));
  for (const each of seated) {
    await each.client.until(({ planned }) => planned?.key === SEATED);
    expect(await sit(each)).toEqual({ ok: true });
  }
  return { ...workshop, stage, seated };
}

type SeatedRoom = Awaited<ReturnType<typeof seatedRoom>>;

const sit = ({ client, own, shared }: Seated, revision = 1) =>
  client.act({ type: "sit", own, shared, revision });

const ownOf = ({ view }: Pick<LiveClient, "view">) => seatRecord.safeParse(view?.seat).data?.own;
const linesOf = ({ view }: Pick<LiveClient, "view">) =>
  groupRecord.safeParse(view?.group).data?.lines;

async function deal({ facilitator, seated }: SeatedRoom): Promise<void> {
  expect(await facilitator.act({ type: "deal" })).toEqual({ ok: true });
  for (const each of seated) {
    each.lines = await each.client.until(() => linesOf(each.client));
  }
}

/** Somebody who is connected a second time, as another page of the same phone. */
async function another(room: SeatedRoom, device: string): Promise<LiveClient> {
  const client = await connectClient(at.node.url, {
    role: "participant",
    session: room.id,
    device,
  });
  at.open.push(client);
  return client;
}

/** Where what only a seat, or only its group, may see was found besides. */
async function leaks(room: SeatedRoom, without: readonly string[] = []): Promise<string[]> {
  const { seated, stage, facilitator } = room;
  const screens: [string, LiveClient, Seated | null][] = [
    ...seated.map((each): [string, LiveClient, Seated] => ["a participant", each.client, each]),
    ["the stage", stage, null],
    ["the console", facilitator, null],
  ];
  const rows = await everyRow(without);
  const found = seated.flatMap((whose) => {
    const group = seated.filter(({ lines }) => lines.includes(whose.shared));
    const seenBy = screens.flatMap(([name, { frames }, who]) => {
      const text = frames.join("\n");
      const seesOwn = who !== whose && text.includes(whose.own);
      const isMember = who !== null && group.includes(who);
      return seesOwn || (!isMember && text.includes(whose.shared)) ? [name] : [];
    });
    const secrets = [whose.own, whose.shared, whose.device];
    const inRows = rows.filter(({ text }) => secrets.some((secret) => text.includes(secret)));
    const isLogged = secrets.some((secret) => logged.includes(secret));
    return [...seenBy, ...inRows.map(({ table }) => table), ...(isLogged ? ["the log"] : [])];
  });
  return [...new Set(found)].sort();
}

const tables = z.array(z.object({ name: z.string() }));
const texts = z.array(z.object({ text: z.string() }));

/** All that the database holds, but for the tables that are named. */
async function everyRow(without: readonly string[]): Promise<{ table: string; text: string }[]> {
  const { db } = at.node.server;
  const all = await db.execute(
    sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
  );
  const rows: { table: string; text: string }[] = [];
  for (const { name } of tables.parse(all.rows)) {
    if (without.includes(name)) continue;
    const found = await db.execute(
      sql`select to_jsonb(t)::text as text from ${sql.identifier(name)} t`,
    );
    rows.push(...texts.parse(found.rows).map(({ text }) => ({ table: name, text })));
  }
  return rows;
}

/** While the activity lasts, what stands in a seat is where ballots are. */
const SEALED = ["sealed_ballots"];

test("P156, P157: what a seat sees reaches all connections of that seat, what a group sees its seats, and nothing reaches anybody else", async () => {
  const room = await seatedRoom();
  const { seated, facilitator } = room;
  const [first] = seated;
  if (!first) throw new Error("unreachable");
  for (const { client, own } of seated) await client.until(() => ownOf(client) === own);
  expect(seated.filter(({ client }) => linesOf(client) !== undefined)).toEqual([]);

  await deal(room);
  const groups = new Map<string, Seated[]>();
  for (const each of seated) {
    const name = JSON.stringify(linesOf(each.client));
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  expect([...groups.values()].map(({ length }) => length).sort()).toEqual([2, 3]);
  for (const [lines, members] of groups) {
    expect(JSON.stringify(members.map(({ shared }) => shared).sort())).toBe(lines);
  }

  // A second page of the same phone has the same place, somebody new has none.
  const page = await another(room, first.device);
  await page.until(() => ownOf(page) === first.own);
  expect(linesOf(page)).toEqual(linesOf(first.client));
  const newcomer = await another(room, randomId());
  expect([ownOf(newcomer), linesOf(newcomer)]).toEqual([undefined, undefined]);
  expect(newcomer.frames.join("\n")).not.toMatch(/own-|shared-/);

  expect(await leaks(room, SEALED)).toEqual([]);
  // What everybody may see of it came to everybody.
  for (const each of [room.stage, facilitator, newcomer]) {
    const { isDealt } = seatedRecord.parse(each.view?.activity?.record);
    expect(isDealt).toBe(true);
  }
});

test.each([
  ["audience", ["a participant", "the console", "the stage"]],
  ["seats", ["a participant"]],
  ["log", ["session_events"]],
] as const)("a kind that lets a seat's record out to %s is caught", async (leak, expected) => {
  const room = await seatedRoom(leak);
  await deal(room);
  await expect.poll(() => leaks(room, SEALED)).toEqual(expected);
});

test("P158: leaving the phase or the activity ends its channels; its seats go, and nothing of them is left in the database, the log or the summary", async () => {
  const room = await seatedRoom();
  const { facilitator, seated, id, account } = room;
  await deal(room);
  const tagged = (await everyRow([])).filter(({ table }) => table === "sealed_ballots");
  expect(tagged).toHaveLength(PEOPLE);

  await advanceTo(facilitator, SEATED, "show");
  for (const { client } of seated) {
    await client.until((view) => view.activity?.phase === "show");
    // What is over is told before what everybody sees next.
    expect([client.view?.seat, client.view?.group]).toEqual([undefined, undefined]);
  }
  await advance(facilitator);
  for (const each of [facilitator, ...seated.map(({ client }) => client)]) {
    await each.until(({ planned }) => planned?.key !== SEATED);
  }
  expect(await leaks(room)).toEqual([]);
  const tags = tagged.map(({ text }) => z.object({ tag: z.string() }).parse(JSON.parse(text)).tag);
  const left = JSON.stringify(await everyRow([]));
  expect(tags.filter((tag) => left.includes(tag))).toEqual([]);
  const frames = [...seated.map(({ client }) => client), facilitator, room.stage]
    .flatMap((each) => each.frames)
    .join("\n");
  expect(tags.filter((tag) => frames.includes(tag))).toEqual([]);

  // The same room goes on as one without seats.
  expect(await sit(seated[0] ?? Object())).toEqual({ ok: false, code: expect.any(String) });
  expect(await facilitator.send({ type: "end" })).toEqual({ ok: true });
  await facilitator.until((view) => view.session.status === "finished");
  const summary = await at.node.server.sessions.summary(account.id, id);
  expect(JSON.stringify(summary)).toContain("Erste Hilfe");
  expect(JSON.stringify(summary)).not.toMatch(/own-|shared-/);
  expect(await leaks(room)).toEqual([]);
});

interface Body {
  kind: "full" | "patch";
  channel?: string;
  version: ViewVersion;
  records?: object;
  set?: object;
}

/** A participant's socket without anything that a page does, and what it gets on its seat's channel. */
function watch(url: string, session: string, device: string, seat?: ViewVersion) {
  const frames: Body[] = [];
  const shake = { protocol: PROTOCOL_VERSION, role: "participant", session, device };
  const auth = { ...shake, ...(seat ? { seenChannels: { seat } } : {}) };
  const options = { extraHeaders: { origin: url }, transports: ["websocket"], forceNew: true };
  const socket = io(url, { ...options, auth });
  at.open.push(socket);
  socket.on("view", (_, body: Body) => {
    if (body.channel === "seat") frames.push(body);
  });
  /** Answered after all that the server had sent on connecting. */
  const heard = () => socket.emitWithAck("command", {});
  return { socket, frames, heard };
}

test("P159: each channel has versions of its own; patches go on from them, and who comes back gets nothing, or the whole", async () => {
  const room = await seatedRoom();
  const { url } = at.node;
  const [first, second] = room.seated;
  if (!first || !second) throw new Error("unreachable");
  const join = (device: string, seen?: ViewVersion) => watch(url, room.id, device, seen);
  const mine = join(first.device);
  const others = join(second.device);
  await Promise.all([mine.heard(), others.heard()]);
  const [full] = mine.frames;
  const incarnation = full?.version[0] ?? "";
  expect(full).toMatchObject({ kind: "full", records: { "seat/own": first.own } });
  expect(others.frames).toMatchObject([{ kind: "full", records: { "seat/own": second.own } }]);
  expect(others.frames[0]?.version[0]).not.toBe(incarnation);

  const counter = full?.version[1] ?? 0;
  const current: ViewVersion = [incarnation, counter + 1];
  expect(await sit({ ...first, own: "own-2" }, 2)).toEqual({ ok: true });
  await expect
    .poll(() => mine.frames.slice(1))
    .toMatchObject([{ kind: "patch", version: current, set: { "seat/own": "own-2" } }]);
  // Nobody else's channel has changed.
  await others.heard();
  expect(others.frames).toHaveLength(1);

  const back = join(first.device, current);
  await back.heard();
  expect(back.frames).toEqual([]);
  const behind = join(first.device, [incarnation, counter]);
  await behind.heard();
  expect(behind.frames).toMatchObject([{ kind: "full", version: current }]);
  // What follows reaches whoever was sent nothing; and whoever asks gets the whole.
  expect(await sit({ ...first, own: "own-3" }, 3)).toEqual({ ok: true });
  await expect
    .poll(() => back.frames)
    .toMatchObject([{ kind: "patch", version: [incarnation, counter + 2] }]);
  back.socket.emit("resync");
  await back.heard();
  expect(back.frames.slice(1)).toMatchObject([
    { kind: "full", version: [incarnation, counter + 2] },
  ]);

  // Somebody else's version is none, and who has no seat any more is told so.
  const stolen = join(second.device, [incarnation, counter + 2]);
  const stranger = join(randomId(), current);
  await Promise.all([stolen.heard(), stranger.heard()]);
  expect(stolen.frames).toMatchObject([{ kind: "full", records: { "seat/own": second.own } }]);
  expect(stranger.frames).toMatchObject([{ kind: "full", records: {} }]);
  expect(JSON.stringify(stranger.frames)).not.toContain("own");
});

test("P159: while nobody listens to a seat nothing is sent of it, and who then comes gets it as it is", async () => {
  const room = await seatedRoom();
  const { url } = at.node;
  const [first] = room.seated;
  if (!first) throw new Error("unreachable");
  await first.client.until(() => ownOf(first.client));
  const before = watch(url, room.id, first.device);
  await before.heard();
  const seen = before.frames[0]?.version;
  const elsewhere = await startNode(at.database.url);
  try {
    for (const each of [before.socket, first.client]) each.close();
    const shake = { role: "participant", session: room.id, device: first.device } as const;
    const there = await connectClient(elsewhere.url, shake);
    await there.until(() => ownOf(there) === first.own);
    expect(await sit({ ...first, client: there, own: "own-2" }, 2)).toEqual({ ok: true });
    await there.until(() => ownOf(there) === "own-2");
    there.close();
  } finally {
    await elsewhere.stop();
  }
  await expect
    .poll(async () => {
      const again = watch(url, room.id, first.device, seen);
      await again.heard();
      return again.frames;
    })
    .toMatchObject([{ kind: "full", records: { "seat/own": "own-2" } }]);
});
