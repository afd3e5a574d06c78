import { describe, expect, it } from "vitest";
import {
  applied,
  type BoardChange,
  type BoardState,
  type BoardStep,
  cardBeside,
  cardsIn,
  columnOf,
  followingCard,
  targetOfKey,
  undoing,
} from "@/lib/ui/console/board-state";

const cards = ["a", "b", "c", "d"].map((id) => ({ id }));

/** Two columns; "a" and "b" are loose, "c" is in the first, "d" in the second. */
const board: BoardState = {
  columns: [
    { id: "one", name: "Stille", colour: null },
    { id: "two", name: "Absage", colour: null },
  ],
  placed: { c: "one", d: "two" },
};

const boardAfter = (step: BoardStep, from = board) => step.reduce(applied, from);
const move = (card: string, from: string | null, to: string | null): BoardChange => ({
  type: "move",
  card,
  from,
  to,
});

/** What undoing a step leads to, after what happened in between. */
function undone(step: BoardStep, meanwhile: BoardStep = []): BoardState | null {
  const now = boardAfter(meanwhile, boardAfter(step));
  const back = undoing(now, step);
  return back && boardAfter(back, now);
}

describe("what stands where", () => {
  it("counts a card as loose whose column has gone", () => {
    const state = { ...board, placed: { ...board.placed, a: "gone" } };
    expect(columnOf(state, "a")).toBeNull();
    expect(cardsIn(state, cards, null).map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("is the same when a change has arrived already", () => {
    const steps: BoardChange[] = [
      move("a", null, "one"),
      { type: "add", column: "three", name: "Neu", colour: null, before: null },
      { type: "rename", column: "one", from: "Stille", to: "Schweigen" },
      { type: "remove", column: "two", name: "Absage", colour: null, before: null, cards: ["d"] },
    ];
    for (const change of steps) {
      expect(boardAfter([change, change])).toEqual(boardAfter([change]));
    }
  });
});

describe("undoing", () => {
  it.each([
    ["a move", [move("a", null, "one")]],
    ["a move between columns", [move("c", "one", "two")]],
    ["a move out of all columns", [move("c", "one", null)]],
    ["a new column", [{ type: "add", column: "three", name: "Neu", colour: null, before: null }]],
    [
      "a new column with its first card",
      [
        { type: "add", column: "three", name: "Neu", colour: null, before: null },
        move("a", null, "three"),
      ],
    ],
    ["a colour", [{ type: "colour", column: "one", from: null, to: "ochre" }]],
    [
      "two columns that became one",
      [
        move("c", "one", "two"),
        { type: "remove", column: "one", name: "Stille", colour: null, before: "two", cards: [] },
      ],
    ],
    ["a name", [{ type: "rename", column: "one", from: "Stille", to: "Schweigen" }]],
    [
      "the first column's removal, in its place",
      [
        {
          type: "remove",
          column: "one",
          name: "Stille",
          colour: null,
          before: "two",
          cards: ["c"],
        },
      ],
    ],
    [
      "the last column's removal",
      [{ type: "remove", column: "two", name: "Absage", colour: null, before: null, cards: ["d"] }],
    ],
  ] as const)("takes back %s", (_, step) => {
    expect(boardAfter(step)).not.toEqual(board);
    expect(undone(step)).toEqual(board);
  });

  it("leaves alone what was changed since", () => {
    const sorted = [move("a", null, "one")];
    expect(undone(sorted, [move("a", "one", "two")])).toBeNull();
    expect(
      undone(sorted, [
        { type: "remove", column: "one", name: "Stille", colour: null, before: "two", cards: [] },
      ]),
    ).toBeNull();

    const away = [move("c", "one", "two")];
    expect(
      undone(away, [
        { type: "remove", column: "one", name: "Stille", colour: null, before: "two", cards: [] },
      ]),
    ).toBeNull();

    const named = [{ type: "rename", column: "one", from: "Stille", to: "Neu" } as const];
    expect(undone(named, [{ type: "rename", column: "one", from: "Neu", to: "Neuer" }])).toBeNull();

    const added = [
      { type: "add", column: "three", name: "Neu", colour: null, before: null } as const,
    ];
    expect(undone(added, [move("b", null, "three")])).toBeNull();
    expect(undone([...added, move("a", null, "three")], [move("b", null, "three")])).toBeNull();
  });

  it("gives a removed column back only those cards that nobody has sorted since", () => {
    const step = [
      {
        type: "remove",
        column: "one",
        name: "Stille",
        colour: null,
        before: "two",
        cards: ["a", "c"],
      } as const,
    ];
    const now = undone(step, [move("c", null, "two")]);
    expect(now?.placed).toEqual({ a: "one", c: "two", d: "two" });
    expect(now?.columns.map(({ id }) => id)).toEqual(["one", "two"]);
  });
});

describe("a removed column whose neighbour has gone as well", () => {
  it("comes back as the last one", () => {
    const step = [
      {
        type: "remove",
        column: "one",
        name: "Stille",
        colour: null,
        before: "two",
        cards: [],
      } as const,
    ];
    const gone = {
      type: "remove",
      column: "two",
      name: "Absage",
      colour: null,
      before: null,
      cards: [],
    } as const;
    expect(undone(step, [gone])?.columns.map(({ id }) => id)).toEqual(["one"]);
  });
});

describe("followingCard", () => {
  it("is the next of the same column, or else the one before", () => {
    expect(followingCard(board, cards, "a")).toBe("b");
    expect(followingCard(board, cards, "b")).toBe("a");
    expect(followingCard(board, cards, "c")).toBeNull();
  });
});

describe("cardBeside", () => {
  it("walks down a column, and across those that hold cards", () => {
    expect(cardBeside(board, cards, "a", "ArrowDown")).toBe("b");
    expect(cardBeside(board, cards, "b", "ArrowDown")).toBeNull();
    expect(cardBeside(board, cards, "b", "ArrowUp")).toBe("a");
    expect(cardBeside(board, cards, "b", "ArrowRight")).toBe("c");
    expect(cardBeside(board, cards, "d", "ArrowLeft")).toBe("c");
    expect(cardBeside(board, cards, "a", "ArrowLeft")).toBeNull();
    const emptied = boardAfter([move("c", "one", null)]);
    expect(cardBeside(emptied, cards, "a", "ArrowRight")).toBe("d");
    expect(cardBeside(board, cards, "a", "Enter")).toBeNull();
  });
});

describe("targetOfKey", () => {
  const many = (n: number): BoardState => ({
    columns: Array.from({ length: n }, (_, at) => ({ id: `${at}`, name: `${at}`, colour: null })),
    placed: {},
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
