import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { seeded } from "@/attack/random";
import type { RawCommand } from "@/lib/activities/simulation";
import { everyScope } from "@/lib/session/actor";
import type { Command } from "@/lib/session/commands";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { connect, type DbConnection } from "@/server/db/client";
import { runBatch } from "@/server/rooms/batch";
import { hashSecret, randomId } from "@/server/rooms/chance";
import { loadReplica, type Replica, reviewOf, seatsOf } from "@/server/rooms/replica";
import type { CommandSubmission, Sender } from "@/server/rooms/submission";
import { nodeForEachTest } from "@/server/testing/own-node";
import { advanceTo, begin, openWorkshop } from "@/server/testing/workshop";

const at = nodeForEachTest();
let own: DbConnection;
/** The connections of `own`: the node has others, and reads as well. */
let clients: Set<unknown>;

beforeEach(() => {
  own = connect(at.database.url);
  clients = new Set();
  own.pool.on("connect", (client) => clients.add(client));
});

afterEach(async () => {
  vi.restoreAllMocks();
  await own.close();
});

const PEOPLE = 7;
const ACTIVITY = "small-no";
const leader: Sender = { kind: "facilitator", account: "ada", scopes: everyScope };

const sent = (sender: Sender, command: Command): CommandSubmission => ({
  sender,
  frame: { id: randomId(), command },
});
const inActivity = (command: RawCommand, activity = ACTIVITY): Command => ({
  ...{ type: "activity", activity, command },
});

/** Copies of a session in which cards are written, as rooms of two nodes hold them, and who writes them. */
async function writing() {
  const { id, facilitator } = await openWorkshop(at.node, 0);
  await begin(facilitator);
  await advanceTo(facilitator, ACTIVITY, "write");
  facilitator.close();
  const { db } = own;
  const copy = async (): Promise<Replica> => {
    const replica = await loadReplica(db, id);
    if (!replica) throw new Error("There is no such session");
    return replica;
  };
  const people = Array.from({ length: PEOPLE }, () => ({
    ...{ device: randomId(), edits: [randomId(), randomId()] },
  }));
  const run = (replica: Replica, ...batch: CommandSubmission[]) => runBatch(db, id, replica, batch);
  const write = ({ device, edits }: (typeof people)[number], card: number) => {
    const edit = edits[card] ?? "";
    const command = {
      ...{ type: "submitCard", edit, markHash: hashSecret(edit), revision: 1 },
      ...{ text: `Ein Nein – „${card}“`, mayBeCase: card === 0, mayBeQuoted: true },
    };
    return sent({ kind: "participant", device }, inActivity(command));
  };
  const goOn = (phase: string) =>
    sent(leader, { type: "advance", from: { activity: ACTIVITY, phase } });
  return { id, db, copy, people, run, write, goOn };
}

test("P212 letting one card through reads that card, turning a page none, and going on all of them", async () => {
  const { copy, people, run, write, goOn } = await writing();
  const replica = await copy();
  await run(replica, ...people.map((each) => write(each, 0)));
  /** How many sealed cards the database hands out meanwhile. */
  const cardsReadBy = async (command: Command): Promise<number> => {
    const query = vi.spyOn(pg.Client.prototype, "query");
    expect(await run(replica, sent(leader, command))).toEqual([{ ok: true }]);
    const { calls, contexts, results } = query.mock;
    const numbers = calls.map(async ([asked]: unknown[], n) => {
      const text = String(Reflect.get(Object(asked), "text"));
      if (!clients.has(contexts[n]) || !text.includes('from "sealed_cards"')) return 0;
      return answer.parse(await results[n]?.value).rows.length;
    });
    query.mockRestore();
    return (await Promise.all(numbers)).reduce((sum, each) => sum + each, 0);
  };
  // Gathers them, and reads what it has gathered.
  const { command } = goOn("write").frame;
  expect(await cardsReadBy(command)).toBe(2 * PEOPLE);
  expect(replica.review.cards).toHaveLength(PEOPLE);
  const [first, second] = replica.review.cards.map(({ card }) => card.id);
  const hold = (reviewId = "", held = true) =>
    inActivity({ ...{ type: "holdCard", reviewId, held } });
  expect(await cardsReadBy(hold(first))).toBe(1);
  const tag = { type: "tagCard", card: second, tagged: true };
  expect(await cardsReadBy(inActivity(tag))).toBe(1);
  expect(await cardsReadBy({ type: "setStage", bigCode: true })).toBe(0);
  const from = { activity: ACTIVITY, phase: "review" };
  expect(await cardsReadBy({ type: "turnPage", page: 1, from })).toBe(0);
  expect(await cardsReadBy(goOn("review").frame.command)).toBe(PEOPLE + 1);
  expect(await cardsReadBy(hold(first, false))).toBe(1);
  expect(replica.review.cards).toEqual([]);
});

const answer = z.object({ rows: z.array(z.unknown()) });

/** Told with a failure; put here, it plays the same again. */
const SEED = Date.now();
const STEPS = 70;

test("P213 what a room keeps of the cards under review is what is stored, whatever was pressed", async () => {
  const { id, db, copy, people, run, write, goOn } = await writing();
  const random = seeded(SEED);
  const copies = [await copy(), await copy()];
  const [one] = copies;
  if (!one) throw new Error("unreachable");
  await run(one, ...people.map((each) => write(each, 0)));
  await run(one, goOn("write"));

  const pressed = ({ review }: Replica): Command => {
    const ids = [...review.cards.map(({ card }) => card.id), ...review.withdrawn.keys()];
    const card = random.pick(ids) ?? randomId();
    const held = random.chance(0.4);
    const commands: RawCommand[] = [
      ...Array.from({ length: 4 }, () => ({ ...{ type: "holdCard", reviewId: card, held } })),
      ...Array.from({ length: 2 }, () => ({ ...{ type: "tagCard", card, tagged: held } })),
      ...[{ type: "reviewLate" }, { type: "revealLate" }],
      { ...{ type: "holdCards", held } },
      { ...{ type: "typeInCard", card: randomId(), text: "Auf Papier", attributes: {} } },
    ];
    return inActivity(random.pick(commands) ?? { type: "reviewLate" });
  };
  const done = (): CommandSubmission => {
    const who = random.pick(people);
    if (!who) throw new Error("unreachable");
    const card = random.below(2);
    if (random.chance(0.6)) return write(who, card);
    const command = { type: "withdrawCard", edit: who.edits[card] };
    return sent({ kind: "participant", device: who.device }, inActivity(command));
  };
  let kept = 0;
  for (let step = 0; step < STEPS; step += 1) {
    const replica = random.chance(0.2) ? random.pick(copies) : one;
    if (!replica) throw new Error("unreachable");
    // As counted.
    const batch = replica.state.activities.find(({ template }) => template.key === ACTIVITY);
    const late = batch?.instance.batches()?.batch ?? 0;
    replica.lateReady = { activity: ACTIVITY, batch: late };
    const before = replica.review;
    const commands = Array.from({ length: 1 + random.below(3) }, () =>
      random.chance(0.6) ? sent(leader, pressed(replica)) : done(),
    );
    await run(replica, ...(step === STEPS / 2 ? [goOn("review")] : commands));
    const stored = await reviewOf(db, id, replica.state);
    // To the letter: what differs would be sent anew.
    expect(JSON.stringify(replica.review.cards), `seed ${SEED}, step ${step}`).toBe(
      JSON.stringify(stored.cards),
    );
    expect(replica.review.withdrawn, `seed ${SEED}, step ${step}`).toEqual(stored.withdrawn);
    if (before.cards.some((card) => replica.review.cards.includes(card))) kept += 1;
  }
  // Else it was read each time.
  expect(kept).toBeGreaterThan(0);
});

test("P213 seats are read anew once one was taken, changed or left, and not before", async () => {
  const activity = withGivenCases(otherChairs).activity;
  const { id, facilitator } = await openWorkshop(at.node, 0, {
    change: (all) => [
      ...all.filter((each) => each.kind === "pause").slice(0, 1),
      activity,
      ...all.filter((each) => each.kind === "pause").slice(-1),
    ],
  });
  await begin(facilitator);
  await advanceTo(facilitator, activity.key, "assign");
  facilitator.close();
  const replica = await loadReplica(own.db, id);
  if (!replica) throw new Error("There is no such session");
  const devices = Array.from({ length: PEOPLE }, () => randomId());
  const run = async (sender: Sender, command: RawCommand) => {
    const before = replica.seats;
    const submission = sent(sender, inActivity(command, activity.key));
    expect(await runBatch(own.db, id, replica, [submission])).toEqual([{ ok: true }]);
    expect(replica.seats).toEqual(await seatsOf(own.db, id, replica.state));
    return replica.seats === before;
  };
  for (const device of devices) {
    const seat = { type: "takeSeat", revision: 1, remote: false };
    expect(await run({ kind: "participant", device }, seat)).toBe(false);
  }
  expect(await run(leader, { ...{ type: "regroup", size: 3, pair: false } })).toBe(false);
  const chairs = replica.seats && [...replica.seats.contents.values()];
  const chair = z.object({ chair: z.string() }).parse(chairs?.[0]).chair;
  expect(await run(leader, { ...{ type: "namePlace", group: "A", place: "Fenster" } })).toBe(true);
  expect(await run(leader, { ...{ type: "freeChair", chair } })).toBe(false);
  const [device = ""] = devices;
  const left = { type: "leaveSeat", revision: 2 };
  expect(await run({ kind: "participant", device }, left)).toBe(false);
});
