import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BoardContent, emptyBoard, type Place } from "@/lib/documents/place";
import {
  applied,
  type BoardColumn,
  type BoardState,
  type BoardStep,
  beforeAfter,
  boardState,
  type ColumnChange,
  cardBeside,
  cardsIn,
  columnOf,
  followingCard,
  isPlaceChange,
  laid,
  laying,
  type MOVES,
  shifting,
  targetOfKey,
  undoing,
} from "@/lib/ui/console/board-state";

const CARDS = ["a", "b", "c", "d"].map((id) => ({ id }));

/** Two columns; "a" and "b" are loose, "c" is in the first, "d" in the second. */
const columns: readonly BoardColumn[] = [
  { id: "one", name: "Stille", colour: null },
  { id: "two", name: "Absage", colour: null },
];
const content: BoardContent = {
  cards: new Map<string, Place>([
    ["c", ["one", "a0", 0, 0]],
    ["d", ["two", "a0", 0, 0]],
  ]),
  groups: new Map(),
};
/** A board with its columns in the order in which they were made, as the view has them. */
interface Made extends BoardState {
  made: readonly BoardColumn[];
}
const madeOf = (made: readonly BoardColumn[], places: BoardContent): Made => ({
  ...boardState(made, CARDS, places),
  made,
});
const board = madeOf(columns, content);

function boardAfter(step: BoardStep, from: Made = board): Made {
  const made = step.reduce(
    (all, change) => (isPlaceChange(change) ? all : applied(all, change)),
    from.made,
  );
  return madeOf(made, laid(from.content, step.filter(isPlaceChange)));
}
const put = (
  card: string,
  to: string | null,
  state: BoardState = board,
  before: string | null = null,
): BoardStep => laying(state, [card], to, before);

const ADD = { type: "add", column: "three", name: "Neu", colour: null, before: null } as const;
const REMOVE = {
  ...({ type: "remove", column: "one" } as const),
  ...({ name: "Stille", colour: "ochre", before: "two" } as const),
} satisfies ColumnChange;

/** What lies where: all that somebody sees. */
const seen = (state: BoardState) => ({
  columns: state.columns,
  cards: [null, ...state.columns.map(({ id }) => id)].map((id) => cardsIn(state, id)),
});

/** What undoing a step leads to, after what happened in between. */
function undone(step: BoardStep, meanwhile: (now: BoardState) => BoardStep = () => []) {
  const after = boardAfter(step);
  const now = boardAfter(meanwhile(after), after);
  const back = undoing(now, step);
  return back && seen(boardAfter(back, now));
}

describe("what stands where", () => {
  it("counts a card as loose whose column has gone", () => {
    const state = boardState(columns.slice(1), CARDS, content);
    expect(columnOf(state, "c")).toBeNull();
    expect(new Set(cardsIn(state, null))).toEqual(new Set(["a", "b", "c"]));
  });

  it("is the same when a change of columns has arrived already", () => {
    const steps = [
      ADD,
      { type: "rename", column: "one", from: "Stille", to: "Schweigen" },
      { type: "colour", column: "one", from: null, to: "brick" },
      { ...REMOVE, column: "two" },
    ] satisfies ColumnChange[];
    for (const change of steps) {
      expect(applied(applied(columns, change), change)).toEqual(applied(columns, change));
    }
  });
});

describe("laying", () => {
  it("puts cards before another one, or at the end", () => {
    const one = boardAfter(put("a", "one"));
    expect(cardsIn(one, "one")).toEqual(["c", "a"]);
    const two = boardAfter(put("b", "one", one, "a"), one);
    expect(cardsIn(two, "one")).toEqual(["c", "b", "a"]);
    const three = boardAfter(laying(two, ["a", "d"], "one", "c"), two);
    expect(cardsIn(three, "one")).toEqual(["a", "d", "c", "b"]);
  });

  it("moves a card up, down, to the top and to the end, and says where it can't", () => {
    let state = boardAfter(laying(board, ["a", "b", "c", "d"], "one", null));
    const order = (move: (typeof MOVES)[number], card: string) => {
      const before = beforeAfter(state, card, move);
      if (before !== undefined) state = boardAfter(put(card, "one", state, before), state);
      return cardsIn(state, "one").join("");
    };
    expect(order("down", "a")).toBe("bacd");
    expect(order("last", "b")).toBe("acdb");
    expect(order("up", "d")).toBe("adcb");
    expect(order("first", "b")).toBe("badc");
    expect(beforeAfter(state, "b", "up")).toBeUndefined();
    expect(beforeAfter(state, "c", "last")).toBeUndefined();
  });
});

describe("shifting", () => {
  it("puts a column before another one, or last", () => {
    const order = (state: BoardState) => state.columns.map(({ id }) => id).join(" ");
    const last = boardAfter(shifting(board, "one", null));
    expect(order(last)).toBe("two one");
    const three = boardAfter([ADD], last);
    expect(order(three)).toBe("two one three");
    expect(order(boardAfter(shifting(three, "three", "one"), three))).toBe("two three one");
  });
});

describe("undoing", () => {
  it.each<[string, BoardStep]>([
    ["a move", put("a", "one")],
    ["a move between columns", put("c", "two")],
    ["a move out of all columns", put("c", null)],
    ["a move of many", laying(board, ["a", "b", "d"], "one", "c")],
    ["a new column", [ADD]],
    ["a new column with its first card", [ADD, ...laying(board, ["a"], "three", null)]],
    ["a name", [{ type: "rename", column: "one", from: "Stille", to: "Schweigen" }]],
    ["a colour", [{ type: "colour", column: "one", from: null, to: "ochre" }]],
    ["a column's place", shifting(board, "one", null)],
    ["the first column's removal, in its place", [{ ...REMOVE, colour: null }]],
    [
      "two columns that became one",
      [...laying(board, ["c"], "two", null), { ...REMOVE, colour: null }],
    ],
  ])("takes back %s", (_, step) => {
    expect(seen(boardAfter(step))).not.toEqual(seen(board));
    expect(undone(step)).toEqual(seen(board));
  });

  it("can be undone itself", () => {
    const step = laying(board, ["a", "b"], "one", "c");
    const after = boardAfter(step);
    const back = undoing(after, step);
    if (back === null) throw new Error("unreachable");
    const before = boardAfter(back, after);
    const again = undoing(before, back);
    expect(again && seen(boardAfter(again, before))).toEqual(seen(after));
  });

  it("leaves alone what was moved since, card by card", () => {
    const step = laying(board, ["a", "b"], "one", null);
    const state = undone(step, (now) => put("a", "two", now));
    expect(state?.cards).toEqual([["b"], ["c"], ["d", "a"]]);
    expect(undone(put("a", "one"), (now) => put("a", "two", now))).toBeNull();
  });

  it("leaves alone a column that was changed since", () => {
    const named = [{ type: "rename", column: "one", from: "Stille", to: "Neu" } as const];
    expect(
      undone(named, () => [{ type: "rename", column: "one", from: "Neu", to: "Neuer" }]),
    ).toBeNull();
    expect(undone([ADD], (now) => put("b", "three", now))).toBeNull();
    const filled = [ADD, ...laying(board, ["a"], "three", null)];
    expect(undone(filled, (now) => put("b", "three", now))).toBeNull();
  });

  it("gives a removed column back only those cards that nobody has sorted since", () => {
    const state = undone([{ ...REMOVE, colour: null }], (now) => put("c", "two", now));
    expect(state?.cards).toEqual([["a", "b"], [], ["d", "c"]]);
  });
});

describe("a removed column whose neighbour has gone as well", () => {
  it("comes back as the last one", () => {
    const state = undone([REMOVE], () => [{ ...REMOVE, column: "two", name: "Absage" }]);
    expect(state?.columns).toEqual([{ id: "one", name: "Stille", colour: "ochre" }]);
  });
});

describe("a board", () => {
  it("shows each card once, whatever was laid where, and undoes every step that nobody touched", () => {
    const id = fc.constantFrom(...CARDS.map((card) => card.id));
    const column = fc.constantFrom("one", "two", "gone", null);
    const step = fc.record({ cards: fc.uniqueArray(id, { minLength: 1 }), to: column, before: id });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let state = madeOf(columns, emptyBoard);
        for (const { cards, to, before } of steps) {
          const changes = laying(state, cards, to === "gone" ? null : to, before);
          const next = boardAfter(changes, state);
          expect([...next.order].sort()).toEqual(["a", "b", "c", "d"]);
          const back = undoing(next, changes);
          if (changes.length > 0) {
            expect(back && seen(boardAfter(back, next))).toEqual(seen(state));
          }
          state = next;
        }
      }),
    );
  });
});

describe("followingCard", () => {
  it("is the next of the same column, or else the one before", () => {
    expect(followingCard(board, "a")).toBe("b");
    expect(followingCard(board, "b")).toBe("a");
    expect(followingCard(board, "c")).toBeNull();
  });
});

describe("cardBeside", () => {
  it("walks down a column, and across those that hold cards", () => {
    expect(cardBeside(board, "a", "ArrowDown")).toBe("b");
    expect(cardBeside(board, "b", "ArrowDown")).toBeNull();
    expect(cardBeside(board, "b", "ArrowUp")).toBe("a");
    expect(cardBeside(board, "b", "ArrowRight")).toBe("c");
    expect(cardBeside(board, "d", "ArrowLeft")).toBe("c");
    expect(cardBeside(board, "a", "ArrowLeft")).toBeNull();
    expect(cardBeside(boardAfter(put("c", null)), "a", "ArrowRight")).toBe("d");
    expect(cardBeside(board, "a", "Enter")).toBeNull();
  });
});

describe("targetOfKey", () => {
  const many = (n: number) => ({
    columns: Array.from({ length: n }, (_, at) => ({ id: `${at}`, name: `${at}`, colour: null })),
  });

  it("has a key for loose, for each column, and for a new one", () => {
    expect(targetOfKey(board, "0", 12)).toEqual({ to: "loose" });
    expect(targetOfKey(board, "2", 12)).toEqual({ to: "column", id: "two" });
    expect(targetOfKey(board, "3", 12)).toEqual({ to: "new" });
    expect(targetOfKey(board, "4", 12)).toBeNull();
    expect(targetOfKey(board, "n", 12)).toBeNull();
  });

  it("has no key beyond 9, and no new column beyond the last", () => {
    expect(targetOfKey(many(9), "9", 12)).toEqual({ to: "column", id: "8" });
    expect(targetOfKey(many(12), "10", 12)).toBeNull();
    expect(targetOfKey(many(3), "4", 3)).toBeNull();
  });
});
