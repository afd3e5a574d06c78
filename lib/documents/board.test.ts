import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import { boardContentOf, changeBoard, followBoard } from "@/lib/documents/board-document";
import { takeUpdate } from "@/lib/documents/guard";
import { BOARD_KEYS_MAX, CARDS_MOVED_MAX } from "@/lib/documents/limits";
import {
  emptyBoard,
  ORDER_LENGTH_REKEYED,
  type Place,
  place,
  placesFor,
} from "@/lib/documents/place";
import { type BoardView, readBoard, readGroup } from "@/lib/documents/read-board";

const id = (n: number): string => n.toString(16).padStart(32, "0");
const GROUPS = [id(901), id(902)];

const viewOf = (cards: readonly string[], groups: readonly string[] = GROUPS): BoardView => ({
  zones: ["one"],
  groups: groups.map((group) => ({ id: group, zone: "one" })),
  cards: cards.map((card) => ({ id: card, zone: "one" })),
});

/** The cards of a group, or those in none, in the order in which they are read. */
function cardsIn(places: ReadonlyMap<string, Place>, view: BoardView, group: string): string[] {
  const [zone] = readBoard({ cards: places, groups: new Map() }, view);
  const found = zone?.groups.find((each) => each.id === group)?.cards ?? zone?.loose ?? [];
  return found.map((card) => card.id);
}

describe("laying cards", () => {
  const all = Array.from({ length: 12 }, (_, n) => id(n));
  const view = viewOf(all);

  test("puts them where they are to be, whatever lay there before", () => {
    const laying = fc.record({
      cards: fc.uniqueArray(fc.constantFrom(...all), { minLength: 1, maxLength: 4 }),
      to: fc.constantFrom("", ...GROUPS),
      before: fc.option(fc.constantFrom(...all), { nil: null }),
    });
    // Two screens that drop into one gap make the same key; a third one's is long, or from nobody of ours.
    const odd = fc.record({
      card: fc.constantFrom(...all),
      order: fc.constantFrom("a1", "a1", "a0V", "00", `a1${"V".repeat(60)}`, ""),
    });
    fc.assert(
      fc.property(fc.array(fc.oneof(laying, odd), { maxLength: 40 }), (steps) => {
        const places = new Map<string, Place>();
        for (const step of steps) {
          if ("order" in step) {
            const [group = "", , x = 0, y = 0] = places.get(step.card) ?? [];
            places.set(step.card, [group, step.order, x, y]);
            continue;
          }
          const there = cardsIn(places, view, step.to);
          const expected = there.filter((card) => !step.cards.includes(card));
          const end = expected.findIndex((card) => !places.get(card)?.[1]);
          const at = step.before === null ? end : expected.indexOf(step.before);
          expected.splice(at < 0 ? expected.length : at, 0, ...step.cards);
          for (const [card, next] of placesFor({ cards: places, groups: new Map() }, there, step)) {
            expect(place.safeParse(next).success).toBe(true);
            places.set(card, next);
          }
          expect(cardsIn(places, view, step.to)).toEqual(expected);
        }
      }),
    );
  });

  test("keeps keys short, a thousand times at one spot", () => {
    const places = new Map<string, Place>();
    const [first = "", ...others] = all;
    for (let time = 0; time < 1_000; time += 1) {
      const card = others[time % others.length] ?? "";
      const there = cardsIn(places, view, GROUPS[0] ?? "");
      const laying = { cards: [card], to: GROUPS[0] ?? "", before: there.at(-1) ?? first };
      for (const [moved, next] of placesFor({ cards: places, groups: new Map() }, there, laying)) {
        places.set(moved, next);
        expect(next[1].length).toBeLessThanOrEqual(ORDER_LENGTH_REKEYED);
      }
    }
  });

  test("leaves alone where on the surface a card is that only makes room", () => {
    const places = new Map<string, Place>([
      [id(1), ["", "a1", 10, 20]],
      [id(2), ["", "a1", 30, 40]],
    ]);
    const laying = { cards: [id(3)], to: "", before: id(2), x: 7 };
    const changed = placesFor({ cards: places, groups: new Map() }, [id(1), id(2)], laying);
    expect([...changed].map(([card, [group, , x, y]]) => [card, group, x, y])).toEqual([
      [id(1), "", 10, 20],
      [id(3), "", 7, 0],
      [id(2), "", 30, 40],
    ]);
  });
});

describe("reading a board", () => {
  test("shows what the view has, in the order that the board gives, and no ghosts", () => {
    const cards = new Map<string, Place>([
      [id(1), [GROUPS[0] ?? "", "b", 0, 0]],
      [id(2), [GROUPS[0] ?? "", "a", 0, 0]],
      [id(3), [id(999), "a", 5, 6]],
      [id(4), [GROUPS[0] ?? "", "a", 0, 0]],
    ]);
    const groups = new Map<string, readonly [number, number]>([[GROUPS[1] ?? "", [1, 1]]]);
    const content = {
      cards,
      groups: new Map([...groups].map(([key, [x, y]]) => [key, [x, y] as [number, number]])),
    };
    // Card 2 is held back, 5 lies nowhere yet, and the group of 3 is gone.
    expect(readBoard(content, viewOf([id(1), id(3), id(4), id(5)]))).toEqual([
      {
        zone: "one",
        groups: [
          { id: GROUPS[1], at: { x: 1, y: 1 }, cards: [] },
          {
            id: GROUPS[0],
            at: null,
            cards: [
              { id: id(4), x: 0, y: 0 },
              { id: id(1), x: 0, y: 0 },
            ],
          },
        ],
        loose: [
          { id: id(3), x: 5, y: 6 },
          { id: id(5), x: 0, y: 0 },
        ],
      },
    ]);
  });

  test("leaves a card in the zone that it was written for, unless a group has it", () => {
    const [left = "", right = ""] = GROUPS;
    const read = readBoard(
      { cards: new Map([[id(1), [right, "a", 0, 0]]]), groups: new Map() },
      {
        zones: ["left", "right"],
        groups: [
          { id: left, zone: "left" },
          { id: right, zone: "right" },
        ],
        cards: [
          { id: id(1), zone: "left" },
          { id: id(2), zone: "left" },
        ],
      },
    );
    const told = read.map(({ zone, loose, groups }) => [
      zone,
      loose.length,
      groups[0]?.cards.length,
    ]);
    expect(told).toEqual([
      ["left", 1, 0],
      ["right", 0, 1],
    ]);
  });

  test("reads one group as it reads all of them", () => {
    const cards = Array.from({ length: 8 }, (_, n) => id(n));
    const lying = fc.record({
      card: fc.constantFrom(...cards),
      group: fc.constantFrom("", id(999), ...GROUPS),
      order: fc.constantFrom("", "a", "b", "c"),
    });
    fc.assert(
      fc.property(fc.array(lying, { maxLength: 20 }), (all) => {
        const places = new Map(
          all.map(({ card, group, order }): [string, Place] => [card, [group, order, 0, 0]]),
        );
        const view = viewOf(cards);
        for (const group of ["", ...GROUPS]) {
          const there = { groups: new Set(GROUPS), cards };
          const read = readGroup({ cards: places, groups: new Map() }, there, group);
          expect(read).toEqual(cardsIn(places, view, group));
        }
      }),
    );
  });

  test("reads nothing of an empty one", () => {
    expect(readBoard(emptyBoard, viewOf([]))[0]?.loose).toEqual([]);
  });
});

describe("a board's document", () => {
  test("gives back what was written, and leaves out what is no place", () => {
    const doc = new Y.Doc();
    changeBoard(doc, {
      cards: new Map([
        [id(1), ["", "a", 1, 2]],
        [id(2), ["", "b", 1, 2]],
      ]),
      groups: new Map([[id(3), [4, 5]]]),
    });
    changeBoard(doc, { cards: new Map([[id(2), null]]) });
    doc.getMap("cards").set(id(4), "no place");
    expect(boardContentOf(doc)).toEqual({
      cards: new Map([[id(1), ["", "a", 1, 2]]]),
      groups: new Map([[id(3), [4, 5]]]),
    });
  });

  test("is followed change by change as it would be read whole", () => {
    const change = fc.record({
      card: fc.integer({ min: 1, max: 6 }),
      to: fc.option(fc.constantFrom<unknown>(["", "a", 1, 2], ["", "b", 3, 4], "no place"), {
        nil: null,
      }),
      byOther: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
        const [doc, other] = [new Y.Doc(), new Y.Doc()];
        const followed = followBoard(doc);
        for (const { card, to, byOther } of changes) {
          const cards = (byOther ? other : doc).getMap("cards");
          if (to === null) cards.delete(id(card));
          else cards.set(id(card), to);
          Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
          expect(followed).toEqual(boardContentOf(doc));
        }
      }),
      { numRuns: 50 },
    );
  });

  test("is full once, also of what was taken away again (P254)", () => {
    const doc = new Y.Doc();
    const other = new Y.Doc();
    const sent: Uint8Array[] = [];
    other.on("update", (update: Uint8Array) => sent.push(update));
    let full: unknown = null;
    for (let n = 0; full === null && n < 2 * BOARD_KEYS_MAX; n += CARDS_MOVED_MAX) {
      const ids = Array.from({ length: CARDS_MOVED_MAX }, (_, more) => id(n + more));
      changeBoard(other, { cards: new Map(ids.map((each) => [each, ["", "a", 0, 0]])) });
      changeBoard(other, { cards: new Map(ids.map((each) => [each, null])) });
      for (const update of sent.splice(0)) {
        full ??= takeUpdate(doc, update, { client: other.clientID, model: "board" });
      }
    }
    expect(full).toBe("shape");
  });

  test("lets a console move what the server has laid for a large room, and adds no more (P254)", () => {
    const doc = new Y.Doc();
    const ids = Array.from({ length: BOARD_KEYS_MAX + 20 }, (_, n) => id(n));
    changeBoard(doc, { cards: new Map(ids.map((each) => [each, ["", "a", 0, 0]])) });
    const console_ = new Y.Doc();
    Y.applyUpdate(console_, Y.encodeStateAsUpdate(doc));
    const taken = (card: string) => {
      const before = Y.encodeStateVector(console_);
      changeBoard(console_, { cards: new Map([[card, ["", "b", 1, 1]]]) });
      const update = Y.encodeStateAsUpdate(console_, before);
      return takeUpdate(doc, update, { client: console_.clientID, model: "board" });
    };
    expect(taken(id(3))).toBeNull();
    expect(taken(id(5_000))).toBe("shape");
  });
});
