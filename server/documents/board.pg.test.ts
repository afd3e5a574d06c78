import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { badUpdates } from "@/attack/documents/bad-updates";
import { seeded } from "@/attack/random";
import { collectRecord } from "@/lib/activities/collect/record";
import type { Place } from "@/lib/documents/place";
import { documents, documentUpdates, sessionEvents } from "@/server/db/schema/sessions";
import { connectClient, type LiveClient } from "@/server/simulated/live-client";
import { askToOpen, openDocument } from "@/server/testing/document-client";
import { nodeForEachTest } from "@/server/testing/own-node";
import { BOARD, sorting } from "@/server/testing/sorting";
import { advance, openStage, signUp, startNode } from "@/server/testing/workshop";

/** The lane of documents over real sockets, with the board on which cards are sorted. */

const at = nodeForEachTest({});

const keep = <T extends LiveClient>(client: T): T => {
  at.open.push(client);
  return client;
};

const recordOf = ({ view }: LiveClient) => collectRecord.parse(view?.activity?.record);

const placed = (...entries: [string | undefined, Place][]): { cards: Map<string, Place> } => ({
  cards: new Map(entries.flatMap(([id, place]) => (id === undefined ? [] : [[id, place]]))),
});

describe("a board", () => {
  test("is written by two consoles and seen by everybody, on the board and in views (P250, P252, P253)", async () => {
    const { id, account, facilitator, participants, cards, themes } = await sorting(at);
    const second = keep(
      await connectClient(
        at.node.url,
        { role: "facilitator", session: id },
        { cookie: account.cookie },
      ),
    );
    const stage = keep(await openStage(at.node, { account, id }));
    const [one, other, seen, phone] = await Promise.all([
      openDocument(facilitator, BOARD),
      openDocument(second, BOARD),
      openDocument(stage, BOARD),
      openDocument(participants[0] ?? facilitator, BOARD),
    ]);
    expect([seen?.opened.writer, phone?.opened.writer]).toEqual([null, null]);
    expect(one.opened.writer?.client).not.toBe(other.opened.writer?.client);

    const answers = await Promise.all([
      one.send(one.change(placed([cards[0], [themes[0], "a1", 1, 2]]))),
      other.send(other.change(placed([cards[1], [themes[1], "a1", 3, 4]]))),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const boards = [one, other, seen, phone];
    for (const each of boards) await expect.poll(() => each?.board().cards.size).toBe(2);
    for (const each of boards) expect(each?.board()).toEqual(one.board());
    const sorted = { [cards[0] ?? ""]: themes[0], [cards[1] ?? ""]: themes[1] };
    for (const client of [facilitator, stage, ...participants]) {
      await client.until(() => Object.keys(recordOf(client).sorted).length === 2);
      expect(recordOf(client).sorted).toEqual(sorted);
    }
    // The same bytes for everybody.
    expect(seen?.frames).toEqual(phone?.frames.slice(-(seen?.frames.length ?? 0)));
  });

  test("takes what the facilitators' commands and the room's move, as the server's own (P251)", async () => {
    const { facilitator, participants, cards, themes } = await sorting(at, { roomSorts: true });
    const [one] = await Promise.all([openDocument(facilitator, BOARD)]);
    const [first = "", second = "", third = ""] = cards;
    await facilitator.act({ type: "sortCard", cardId: first, themeId: themes[0] });
    const moves = [
      { id: second, to: themes[0], before: first },
      { id: third, to: null, before: null, x: 7, y: 8 },
    ];
    expect(await participants[1]?.act({ type: "placeCards", cards: moves })).toEqual({ ok: true });
    await expect.poll(() => one.board().cards.size).toBe(3);
    const places = one.board().cards;
    expect([places.get(first)?.[0], places.get(second)?.[0]]).toEqual([themes[0], themes[0]]);
    expect((places.get(second)?.[1] ?? "") < (places.get(first)?.[1] ?? "")).toBe(true);
    expect(places.get(third)).toEqual(["", expect.any(String), 7, 8]);
    // One author for all of them: the server.
    const clients = [...one.doc.store.clients.keys()];
    expect(clients).toHaveLength(1);
  });

  test("is not for the room to move where the plan says nothing of it, nor faster than fingers are (P251)", async () => {
    const plain = await sorting(at);
    const move = (id: string) => ({ type: "placeCards", cards: [{ id, to: null, before: null }] });
    const refused = await plain.participants[0]?.act(move(plain.cards[0] ?? ""));
    expect(refused).toEqual({ ok: false, code: "not-allowed" });
  });

  test("holds a room to the pace of its kind (P262)", async () => {
    const { participants, cards } = await sorting(at, { roomSorts: true });
    const [phone] = participants;
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        phone?.act({ type: "placeCards", cards: [{ id: cards[0] ?? "", to: null, before: null }] }),
      ),
    );
    const codes = answers.map((each) => (each?.ok ? "ok" : each?.code));
    expect(codes).toContain("rate-limited");
    expect(codes.filter((code) => code === "ok").length).toBeGreaterThanOrEqual(10);
  });

  test("is kept as plain places once its activity closes, and its rows go (P258)", async () => {
    const { id, facilitator, cards, themes } = await sorting(at);
    const one = await openDocument(facilitator, BOARD);
    const [first = "", second = "", third = ""] = cards;
    await one.send(
      one.change(
        placed(
          [first, [themes[0], "a2", 0, 0]],
          [second, [themes[0], "a1", 0, 0]],
          [third, ["0".repeat(32), "a1", 0, 0]],
        ),
      ),
    );
    const { db } = at.node.server;
    expect(await db.select().from(documents).where(eq(documents.sessionId, id))).toHaveLength(1);
    await advance(facilitator);
    await facilitator.until((view) => view.planned?.key !== "small-no");
    await expect.poll(() => one.resets).toEqual([null]);
    for (const table of [documents, documentUpdates]) {
      expect(await db.select().from(table).where(eq(table.sessionId, id))).toEqual([]);
    }
    const log = await db.select().from(sessionEvents).where(eq(sessionEvents.sessionId, id));
    const arranged = JSON.stringify(log.map(({ event }) => event)).match(/"cardsArranged"/g);
    expect(arranged).toHaveLength(1);
    const kept = log.find(({ event }) => JSON.stringify(event).includes("cardsArranged"));
    expect(kept?.event).toMatchObject({
      event: {
        themes: [
          { themeId: themes[0], cards: [second, first] },
          { themeId: themes[1], cards: [] },
        ],
      },
    });
    expect(await askToOpen(facilitator, { doc: BOARD })).toEqual({
      ok: false,
      code: "not-allowed",
    });
    expect(await one.send(one.change(placed([first, ["", "a1", 0, 0]])))).toMatchObject({
      ok: false,
      code: "closed",
    });
  });

  test("goes on with the same document in memory after a lost connection, also on another node and after a restart (P255)", async () => {
    const { id, account, facilitator, cards, themes } = await sorting(at);
    const one = await openDocument(facilitator, BOARD);
    await one.send(one.change(placed([cards[0], [themes[0], "a1", 0, 0]])));
    // Made while away; and an update whose answer was lost is sent again with what came later.
    const lost = one.change(placed([cards[1], [themes[0], "a2", 0, 0]]));
    await one.send(lost);
    facilitator.close();
    const away = one.change(placed([cards[2], [themes[1], "a1", 0, 0]]));
    const gone = one.change(placed([cards[0], ["", "a1", 5, 5]]));
    const other = await startNode(at.database.url, at.node.server.env.authSecret);
    try {
      const again = keep(
        await connectClient(
          other.url,
          { role: "facilitator", session: id },
          { cookie: account.cookie },
        ),
      );
      const resumed = await openDocument(again, BOARD, one);
      expect(resumed.opened.writer).toEqual(one.opened.writer);
      expect(await resumed.send(Y.mergeUpdates([lost, away, gone]))).toMatchObject({ ok: true });
      const fresh = await openDocument(again, BOARD);
      expect(fresh.board()).toEqual(one.board());
      expect(fresh.board().cards.get(cards[0] ?? "")).toEqual(["", "a1", 5, 5]);
    } finally {
      await other.stop();
    }
  });

  test("is the same on two nodes (P256)", async () => {
    const { id, account, facilitator, cards, themes } = await sorting(at);
    const node = await startNode(at.database.url, at.node.server.env.authSecret);
    try {
      const there = await connectClient(
        node.url,
        { role: "facilitator", session: id },
        { cookie: account.cookie },
      );
      const [here, far] = [
        await openDocument(facilitator, BOARD),
        await openDocument(there, BOARD),
      ];
      await Promise.all([
        here.send(
          here.change(
            placed([cards[0], [themes[0], "a1", 0, 0]], [cards[2], [themes[0], "a2", 1, 1]]),
          ),
        ),
        far.send(
          far.change(
            placed([cards[0], [themes[1], "a1", 9, 9]], [cards[1], [themes[1], "a1", 0, 0]]),
          ),
        ),
      ]);
      await expect.poll(() => [here.board().cards.size, far.board().cards.size]).toEqual([3, 3]);
      await expect.poll(() => far.board()).toEqual(here.board());
      there.close();
    } finally {
      await node.stop();
    }
  });
});

describe("what is not let in", () => {
  test("each attack is refused, and the board is as it was (P254); after three one only reads (P257)", async () => {
    const { facilitator, id, account, cards, themes } = await sorting(at);
    const one = await openDocument(facilitator, BOARD);
    await one.send(one.change(placed([cards[0], [themes[0], "a1", 0, 0]])));
    const before = one.board();
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(one.doc));
    const attacks = badUpdates.filter(({ of = "board" }) => of === "board");
    const { client } = one.opened.writer ?? { client: 0 };
    const codes: string[] = [];
    for (const { make } of attacks.slice(0, 4)) {
      const known = { model: "board", client, doc: copy, other: 77, random: seeded(1) } as const;
      const answer = await one.send(make({ ...known, clock: Y.getState(copy.store, client) }));
      codes.push(answer.ok ? "ok" : answer.code);
    }
    expect(codes).toEqual(["refused", "refused", "refused", "not-allowed"]);
    const again = keep(
      await connectClient(
        at.node.url,
        { role: "facilitator", session: id },
        { cookie: account.cookie },
      ),
    );
    const reads = await openDocument(again, BOARD);
    expect(reads.opened.writer).toBeNull();
    expect(reads.board()).toEqual(before);
  });

  test("who may not write is refused, and so is what was never opened or does not exist (P250)", async () => {
    const { facilitator, participants, cards } = await sorting(at);
    const [phone] = participants;
    if (!phone) throw new Error("There is no phone");
    const read = await openDocument(phone, BOARD);
    const update = read.change(placed([cards[0], ["", "a1", 0, 0]]));
    expect(await read.send(update)).toMatchObject({ ok: false, code: "not-allowed" });
    for (const doc of ["small-no/else", "nothing/themes"]) {
      expect(await askToOpen(facilitator, { doc })).toEqual({ ok: false, code: "not-allowed" });
    }
    expect(await askToOpen(facilitator, { doc: "../x" })).toEqual({ ok: false, code: "bad-input" });
    const never = { doc: BOARD, epoch: 1, n: 3, u: Buffer.from(update).toString("base64") };
    expect(await facilitator.ask("doc:update", never)).toEqual({
      ok: false,
      code: "not-allowed",
      n: 3,
    });
  });

  test("who leaves it before it is open is sent nothing of it (P285)", async () => {
    const { facilitator, participants, cards } = await sorting(at);
    const [one, two] = participants;
    if (!one || !two) throw new Error("There are no phones");
    const console = await openDocument(facilitator, BOARD);
    const heard: string[] = [];
    for (const [name, phone] of [
      ["left", one],
      ["opened again", two],
    ] as const) {
      phone.hear("doc", () => heard.push(name));
    }
    const opening = askToOpen(one, { doc: BOARD });
    const say = (phone: LiveClient) => void phone.ask("doc:close", { doc: BOARD }).catch(() => 0);
    say(one);
    const first = askToOpen(two, { doc: BOARD });
    say(two);
    const again = askToOpen(two, { doc: BOARD });
    const answers = await Promise.all([opening, first, again]);
    expect(answers[0]).toEqual({ ok: false, code: "not-allowed" });
    expect(answers[2]).toMatchObject({ ok: true });
    const update = console.change(placed([cards[0], ["", "a1", 0, 0]]));
    expect(await console.send(update)).toMatchObject({ ok: true });
    await expect.poll(() => heard).toContain("opened again");
    // What is sent to one and the other leaves in the same turn; this comes after it.
    expect(await askToOpen(one, { doc: BOARD })).toMatchObject({ ok: true });
    expect(heard).not.toContain("left");
  });

  test("a lease of somebody else's gives nobody their id (P255)", async () => {
    const { id, facilitator } = await sorting(at);
    const one = await openDocument(facilitator, BOARD);
    const other = await signUp(at.node, "eve@example.org");
    expect(other.id).not.toBe("");
    const { writer, epoch } = one.opened;
    const forged = { ...writer, lease: "0".repeat(64) };
    const answer = await askToOpen(facilitator, { doc: BOARD, resume: { epoch, ...forged } });
    expect(answer.ok && answer.writer?.client).not.toBe(writer?.client);
    expect(id).not.toBe("");
  });

  test("nobody writes once the sorting is over, and everybody still reads (P250)", async () => {
    const { facilitator, cards } = await sorting(at);
    const one = await openDocument(facilitator, BOARD);
    await advance(facilitator);
    await facilitator.until((view) => view.activity?.phase !== "cluster");
    const answer = await one.send(one.change(placed([cards[0], ["", "a1", 0, 0]])));
    expect(answer).toMatchObject({ ok: false, code: "closed" });
  });
});
