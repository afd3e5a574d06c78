import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { betweenStrangers } from "@/attack/documents/bad-updates";
import { honestWriter } from "@/attack/documents/honest-writer";
import { seeded } from "@/attack/random";
import { changeBoard } from "@/lib/documents/board-document";
import { BOARD_BYTES_MAX, BOARD_UPDATE } from "@/lib/documents/limits";
import type { StoredUpdate } from "@/server/documents/document-rows";
import { type LiveDocument, liveDocument } from "@/server/documents/live-document";

/** A document as a room holds it, without a database: what is stored is kept here. */

const row = (model: "board" | "pad") => ({
  ...{ sessionId: "s", activity: "a", name: "n", key: "00" },
  ...{ model, epoch: 1, seq: 0 },
});

const id = (n: number) => n.toString(16).padStart(32, "0");

/** What stands on a board nobody has said. */
const untold = () => null;

/** Stores what a batch has added, as the rows of a document are; how many bytes that takes. */
function store(
  live: LiveDocument,
  rows: StoredUpdate[],
  there: Parameters<LiveDocument["toStore"]>[0] = untold,
): number {
  const added = live.toStore(there);
  if (!added) return 0;
  if (added.isWhole) rows.length = 0;
  rows.push({ seq: added.row.seq, data: added.data });
  return added.data.byteLength;
}

const reloaded = (live: LiveDocument, rows: readonly StoredUpdate[]): LiveDocument =>
  liveDocument({ ...live.row, seq: 0 }, rows);

describe("a document that a room holds", () => {
  test("is written anew where it would read otherwise once it is loaded (P259)", () => {
    let rebased = 0;
    for (let seed = 1; rebased === 0 && seed < 400; seed += 1) {
      const random = seeded(seed);
      const live = liveDocument(row("pad"), []);
      const rows: StoredUpdate[] = [];
      const writer = honestWriter("pad", { client: 7, state: live.state(), random });
      for (let time = 0; time < 12; time += 1) {
        const update = writer.write();
        if (update) expect(live.take(update, 7)).toBeNull();
      }
      store(live, rows);
      for (let clock = 0; clock < 6; ) {
        const doc = new Y.Doc();
        Y.applyUpdate(doc, live.state());
        const known = {
          model: "pad",
          client: 9,
          clock: Y.getState(doc.store, 9),
          other: 7,
        } as const;
        const odd = betweenStrangers({ ...known, doc, random });
        // The guard takes none of it any more (P264); rows of an earlier release may hold it.
        if (odd) live.hear([{ seq: live.row.seq + 1, data: odd }]);
        clock += 1;
      }
      const again = honestWriter("pad", { client: 8, state: live.state(), random });
      const update = again.write();
      if (update && live.take(update, 8) !== null) continue;
      const before = live.pad();
      store(live, rows);
      if (live.row.epoch === 1) continue;
      rebased += 1;
      expect(rows).toHaveLength(1);
      expect(live.pad()).toEqual(before);
      expect(reloaded(live, rows).pad()).toEqual(before);
    }
    expect(rebased).toBe(1);
  });

  test("is written anew where it has become large, and then is small (P259)", () => {
    const live = liveDocument(row("board"), []);
    const rows: StoredUpdate[] = [];
    const ids = Array.from({ length: 290 }, (_, n) => id(n));
    for (let time = 0; live.row.epoch === 1 && time < 500; time += 1) {
      live.change({
        cards: new Map(ids.map((card, n) => [card, [id(900 + (n % 7)), `a${time}1`, n, time]])),
      });
      store(live, rows);
    }
    expect(live.row.epoch).toBe(2);
    expect(live.state().byteLength).toBeLessThan(BOARD_BYTES_MAX / 4);
    expect(live.board().cards.size).toBe(ids.length);
    expect(reloaded(live, rows).board()).toEqual(live.board());
  });

  test("is not written whole with each batch once it is large", () => {
    const rows: StoredUpdate[] = [];
    const live = liveDocument(row("board"), rows);
    const ids = Array.from({ length: 290 }, (_, n) => id(n));
    const lay = (at: LiveDocument, cards: readonly string[], time: number) =>
      at.change({
        cards: new Map(cards.map((card) => [card, [id(900), `a${time}1`, time % 4_000, 0]])),
      });
    let time = 0;
    while (live.state().byteLength < BOARD_BYTES_MAX / 3) {
      time += 1;
      lay(live, ids, time);
      store(live, rows);
    }
    // One that has held it all along, and one that was started anew.
    for (const isStartedAnew of [false, true]) {
      const each = isStartedAnew ? reloaded(live, rows) : live;
      let bytes = 0;
      for (let moved = 0; moved < 50; moved += 1) {
        time += 1;
        lay(each, ids.slice(0, 1), time);
        bytes += store(each, rows);
      }
      expect(bytes).toBeLessThan(2 * live.state().byteLength);
      expect(reloaded(each, rows).board()).toEqual(each.board());
    }
    expect(live.row.epoch).toBe(1);
  });

  test("forgets places of cards and groups that are no more once there are many (P209)", () => {
    const live = liveDocument(row("board"), []);
    const rows: StoredUpdate[] = [];
    const cards = Array.from({ length: 420 }, (_, n) => id(n));
    const groups = [id(900), id(901)];
    const lay = (some: readonly string[]) =>
      live.change({
        cards: new Map(some.map((card, n) => [card, [id(900), "a1", n, n]])),
        groups: new Map(groups.map((group, n) => [group, [n, n]])),
      });
    const there = { cards: new Set(cards.slice(200)), groups: new Set(groups.slice(1)) };
    lay(cards.slice(0, 300));
    store(live, rows, () => there);
    expect([live.row.epoch, live.board().cards.size]).toEqual([1, 300]);
    // Nobody knows what stands there: nothing is forgotten.
    lay(cards);
    store(live, rows);
    expect([live.row.epoch, live.board().cards.size]).toEqual([1, 420]);
    lay(cards.slice(200, 201));
    store(live, rows, () => there);
    expect(live.row.epoch).toBe(2);
    expect([...live.board().cards.keys()].sort()).toEqual(cards.slice(200));
    expect([...live.board().groups.keys()]).toEqual([id(901)]);
    expect(reloaded(live, rows).board()).toEqual(live.board());
    // As many cards as these are no ghosts.
    lay(cards.slice(200));
    store(live, rows, () => there);
    expect(live.row.epoch).toBe(2);
  });

  test("is the same out of its rows, however many of these were put together", () => {
    const live = liveDocument(row("board"), []);
    const rows: StoredUpdate[] = [];
    const random = seeded(3);
    const writer = honestWriter("board", { client: 7, state: live.state(), random });
    for (let time = 0; time < 450; time += 1) {
      const update = writer.write();
      if (update) expect(live.take(update, 7)).toBeNull();
      store(live, rows);
    }
    expect(rows.length).toBeLessThan(300);
    expect(reloaded(live, rows).board()).toEqual(live.board());
  });

  test("takes an update a second time without an effect, and stores nothing of it (P260)", () => {
    const live = liveDocument(row("board"), []);
    const page = new Y.Doc();
    changeBoard(page, {
      cards: new Map([
        [id(1), ["", "a1", 0, 0]],
        [id(2), ["", "a2", 0, 0]],
      ]),
    });
    changeBoard(page, { cards: new Map([[id(1), null]]) });
    const update = Y.encodeStateAsUpdate(page);
    expect(live.take(update, page.clientID)).toBeNull();
    expect(live.toStore(untold)).not.toBeNull();
    expect(live.take(update, page.clientID)).toBeNull();
    expect(live.toStore(untold)).toBeNull();
    expect([...live.board().cards.keys()]).toEqual([id(2)]);
  });

  test("shows at once what the server lays, and makes one update of all that a batch lays (P210)", () => {
    const live = liveDocument(row("board"), []);
    const rows: StoredUpdate[] = [];
    const lay = (card: number, order: string) =>
      live.change({ cards: new Map([[id(card), ["", order, 0, 0]]]) });
    const lying = () => [...live.board().cards].map(([card, [, order]]) => `${card}${order}`);
    lay(1, "a1");
    lay(2, "a2");
    lay(1, "a3");
    expect(lying()).toEqual([`${id(1)}a3`, `${id(2)}a2`]);
    store(live, rows);
    const [stored] = rows;
    const { structs } = Y.decodeUpdate(stored?.data ?? new Uint8Array());
    // Where the first card lay for a moment is nowhere.
    expect(structs).toHaveLength(2);
    expect(reloaded(live, rows).board()).toEqual(live.board());
    expect(live.since(0)?.data).toEqual(stored?.data);
  });

  test("reads the same out of its rows where the server and a console have laid one card (P210)", () => {
    const live = liveDocument(row("board"), []);
    const rows: StoredUpdate[] = [];
    const lay = (order: string) => live.change({ cards: new Map([[id(1), ["", order, 0, 0]]]) });
    lay("a1");
    const page = new Y.Doc();
    Y.applyUpdate(page, live.state());
    const before = Y.encodeStateVector(page);
    changeBoard(page, { cards: new Map([[id(1), ["", "a2", 0, 0]]]) });
    lay("a0");
    expect(live.take(Y.encodeStateAsUpdate(page, before), page.clientID)).toBeNull();
    store(live, rows);
    expect(reloaded(live, rows).board()).toEqual(live.board());
    lay("a9");
    expect(live.board().cards.get(id(1))).toEqual(["", "a9", 0, 0]);
    store(live, rows);
    expect(reloaded(live, rows).board()).toEqual(live.board());
  });

  test("holds an update to its size (P261)", () => {
    const live = liveDocument(row("board"), []);
    const page = new Y.Doc();
    const many = Array.from({ length: BOARD_UPDATE.structs + 1 }, (_, n) => id(n));
    changeBoard(page, {
      cards: new Map(many.slice(0, 100).map((card) => [card, ["", "a1", 0, 0]])),
    });
    expect(live.take(Y.encodeStateAsUpdate(page), page.clientID)).toBeNull();
    const other = new Y.Doc();
    changeBoard(other, { groups: new Map(many.map((group) => [group, [0, 0]])) });
    expect(live.take(Y.encodeStateAsUpdate(other), other.clientID)).toBe("structs");
  });

  test("forgets what has spoilt it, and nothing else", () => {
    const live = liveDocument(row("pad"), []);
    const page = new Y.Doc();
    page.getArray("guess").insert(0, [new Y.Text("gut")]);
    expect(live.take(Y.encodeStateAsUpdate(page), page.clientID)).toBeNull();
    const other = new Y.Doc();
    other.getArray("know").insert(
      0,
      Array.from({ length: 20 }, () => new Y.Text("x")),
    );
    expect(live.take(Y.encodeStateAsUpdate(other), other.clientID)).toBe("shape");
    const again = live.rebuilt([]);
    expect(again.pad()).toEqual({ guess: ["gut"], know: [], ask: [] });
    expect(again.toStore(untold)).not.toBeNull();
  });
});
