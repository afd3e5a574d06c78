import { setImmediate as nextTurn } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { everyScope } from "@/lib/session/actor";
import type { Command } from "@/lib/session/commands";
import { connect, type DbConnection } from "@/server/db/client";
import { createLog } from "@/server/log";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { openRoom, type Room } from "@/server/rooms/room";
import { newPerson, playScene, sceneOf } from "@/server/simulated/person";
import { holdAnswer } from "@/server/testing/hold-answer";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();
let own: DbConnection;
let other: DbConnection;
let room: Room | null;

beforeEach(async () => {
  own = connect(at.database.url);
  other = connect(at.database.url);
});

afterEach(async () => {
  await room?.close();
  await own.close();
  await other.close();
});

test("P66 shows nothing of a batch that is not committed, and never may be", async () => {
  const { facilitator, id } = await openWorkshop(at.node, 0);
  facilitator.close();
  room = await openRoom({
    db: own.db,
    log: createLog({ mode: "test", logLevel: "silent" }),
    now: () => Date.now(),
    node: "this one",
    sessionId: id,
    onEnded: () => undefined,
    onUnreadable: () => undefined,
  });
  if (!room) throw new Error("There is no such session");
  const frames: string[] = [];
  room.attach(
    {
      audience: "facilitator",
      stageKey: null,
      seat: null,
      send: ({ text }) => frames.push(text),
      dismiss: () => undefined,
    },
    {},
  );

  // Somebody arrives: the room is about to show new counts when it is held up.
  const counts = holdAnswer(own, 'update \\"sessions\\" set \\"joined\\"');
  room.arrive(randomId());
  await counts.held;

  // Meanwhile somebody presses "Begin", and the log can't be written to.
  const blocker = await other.pool.connect();
  await blocker.query("begin; lock table session_events in share row exclusive mode");
  const begin = { id: randomId(), command: { type: "begin", endsAt: null } } as const;
  const answer = room.submit({
    sender: { kind: "facilitator", account: "ada", scopes: everyScope },
    frame: begin,
  });
  const waiting = () =>
    other.pool.query("select pid from pg_locks where not granted and pid <> pg_backend_pid()");
  await expect.poll(async () => (await waiting()).rowCount).toBe(1);
  counts.letGo();
  for (let turns = 0; turns < 10; turns += 1) await nextTurn();
  const early = frames.join("\n");

  // It fails, is answered so, and was never seen; sent again, it happens and is shown.
  const [{ pid } = { pid: 0 }] = (await waiting()).rows;
  await other.pool.query("select pg_terminate_backend($1)", [pid]);
  await blocker.query("rollback");
  blocker.release();
  expect(await answer).toEqual({ ok: false, code: "busy" });
  expect(early).not.toContain('"phase":"show"');
  expect(frames.join("\n")).not.toContain('"phase":"show"');
  expect(
    await room.submit({
      sender: { kind: "facilitator", account: "ada", scopes: everyScope },
      frame: begin,
    }),
  ).toEqual({ ok: true });
  expect(frames.join("\n")).toContain('"phase":"show"');
});

test("P291 a commit of sealed rows alone makes no views, and the next one that shows something does", async () => {
  const { facilitator, id } = await openWorkshop(at.node, 0);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  room = await openRoom({
    db: own.db,
    log: createLog({ mode: "test", logLevel: "silent" }),
    now: () => Date.now(),
    node: "this one",
    sessionId: id,
    onEnded: () => undefined,
    onUnreadable: () => undefined,
  });
  const shown = room;
  if (!shown) throw new Error("There is no such session");
  const frames: string[] = [];
  let asked = 0;
  shown.attach(
    {
      // Asked of each viewer whenever views are shown.
      get audience() {
        asked += 1;
        return "participant" as const;
      },
      stageKey: null,
      seat: null,
      send: ({ text }) => frames.push(text),
      dismiss: () => undefined,
    },
    {},
  );
  const handIn = async (): Promise<number> => {
    const before = asked;
    const sender = { kind: "participant", device: randomId() } as const;
    const scene = sceneOf(facilitator.view);
    if (!scene) throw new Error("There is no activity");
    const person = newPerson({ number: 0, language: "de" });
    const answers: unknown[] = [];
    await playScene(person, "collect", scene, async (command) => {
      const frame = {
        id: randomId(),
        command: { type: "activity", activity: scene.key, command },
      } as const;
      answers.push(await shown.submit({ sender, frame }));
      return null;
    });
    expect(answers).toContainEqual({ ok: true });
    return asked - before;
  };
  const lead = async (command: Command): Promise<number> => {
    const before = asked;
    const leader = { kind: "facilitator", account: "ada", scopes: everyScope } as const;
    const answer = await shown.submit({ sender: leader, frame: { id: randomId(), command } });
    expect(answer).toEqual({ ok: true });
    return asked - before;
  };

  // The first one makes the activity's key, and nothing that is shown either.
  expect([await handIn(), await handIn()]).toEqual([0, 0]);
  expect(await lead({ type: "setStage", blank: true })).toBeGreaterThan(0);
  expect(await handIn()).toBe(0);
  frames.length = 0;
  expect(await lead({ type: "lockRoom", locked: true })).toBeGreaterThan(0);
  const from = { activity: "small-no", phase: "write" };
  expect(await lead({ type: "addMinutes", minutes: 1, from })).toBeGreaterThan(0);
  expect(frames.join("\n")).toContain('"endsAt"');
  facilitator.close();
});

test("P293 an activity's key is asked for once, until another node has written", async () => {
  const { facilitator, id } = await openWorkshop(at.node, 0);
  await begin(facilitator);
  await advanceTo(facilitator, "small-no", "write");
  room = await openRoom({
    db: own.db,
    log: createLog({ mode: "test", logLevel: "silent" }),
    now: () => Date.now(),
    node: "this one",
    sessionId: id,
    onEnded: () => undefined,
    onUnreadable: () => undefined,
  });
  const device = randomId();
  const handIn = async (): Promise<unknown> => {
    const edit = randomId();
    const card = { edit, markHash: hashSecret(edit), revision: 1, text: "Eine Karte." };
    const command = { type: "submitCard", ...card, mayBeCase: false, mayBeQuoted: false };
    return room?.submit({
      sender: { kind: "participant", device },
      frame: { id: randomId(), command: { type: "activity", activity: "small-no", command } },
    });
  };
  expect(await handIn()).toMatchObject({ ok: true });
  // Nobody does this without raising the revision: so it is seen under which key somebody's one card is counted.
  await other.pool.query("update activity_keys set key = md5(key) where session_id = $1", [id]);
  expect(await handIn()).toEqual({ ok: false, code: "over-budget" });
  await other.pool.query("update sessions set rev = rev + 1 where id = $1", [id]);
  expect(await handIn()).toMatchObject({ ok: true });
  facilitator.close();
});
