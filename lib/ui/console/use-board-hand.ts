"use client";

import { type RefObject, useMemo, useState } from "react";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import {
  type BoardChange,
  type BoardState,
  type BoardStep,
  type BoardTarget,
  cardsIn,
  columnOf,
  followingCard,
} from "@/lib/ui/console/board-state";
import type { BoardCard, BoardHand, Naming, Said } from "@/lib/ui/console/board-view";
import { useBoard } from "@/lib/ui/console/use-board";
import { focusKeyOf, useBoardFocus } from "@/lib/ui/console/use-board-focus";
import { useBoardKeys } from "@/lib/ui/console/use-board-keys";

export interface BoardHandInput {
  frame: RefObject<HTMLElement | null>;
  cards: readonly BoardCard[];
  /** As the view says. */
  viewed: BoardState;
  columnsMax: number;
  newId: () => string;
  /** Answers whether the change was taken. */
  send: (change: BoardChange) => Promise<boolean>;
}

/** What a board does with the hand that works on it: choosing, putting, naming, undoing, and where the focus goes. */
export function useBoardHand(input: BoardHandInput): BoardHand {
  const { frame, cards, viewed, columnsMax, newId, send } = input;
  const board = useBoard(viewed, send);
  const { state } = board;
  const [picked, setPicked] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(NONE);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const focus = useBoardFocus(frame);
  const [firstLoose] = cardsIn(state, cards, null);
  const isThere = (card: string) => cards.some(({ id }) => id === card);
  const marked = useMemo(() => {
    const there = cards.filter(({ id }) => ticked.has(id)).map(({ id }) => id);
    return there.length === 0 ? NONE : new Set(there);
  }, [cards, ticked]);
  const withMarked = (card: string): readonly string[] => (marked.has(card) ? [...marked] : [card]);
  const chosen = picked !== null && isThere(picked) ? picked : (firstLoose?.id ?? null);

  function lead(card: string): void {
    setPicked(card);
    focus(focusKeyOf.card(card));
  }

  /** Goes on with another card once these have gone into their column. */
  function goOnFrom(moved: readonly string[]): void {
    const staying = cards.filter(({ id }) => id === moved[0] || !moved.includes(id));
    const next =
      (moved[0] === undefined ? null : followingCard(state, staying, moved[0])) ??
      cardsIn(state, cards, null).find(({ id }) => !moved.includes(id))?.id;
    if (next !== undefined) {
      lead(next);
      return;
    }
    setPicked(null);
    focus(focusKeyOf.count);
  }

  function put(wanted: readonly string[], target: BoardTarget, then: "next" | "stay"): void {
    const moved = wanted.filter(isThere);
    const [first] = moved;
    if (target.to === "new") {
      setNaming({ of: "new", cards: wanted });
      return;
    }
    const to = target.to === "loose" ? null : target.id;
    if (first === undefined || (to !== null && !state.columns.some(({ id }) => id === to))) {
      setSaid({ says: "gone" });
      return;
    }
    const step = movesTo(moved, to);
    if (step.length === 0) return;
    board.carryOut(step);
    setTicked(NONE);
    setSaid({ says: "moved", cards: moved, to });
    if (then === "stay") lead(first);
    else goOnFrom(moved);
  }

  const movesTo = (moved: readonly string[], to: string | null): BoardStep =>
    moved.flatMap((card): BoardStep => {
      const from = columnOf(state, card);
      return from === to ? [] : [{ type: "move", card, from, to }];
    });

  function finishNaming(written: string | null, left = false): void {
    const name = (written ?? "").replace(/\s+/g, " ").trim();
    // Whatever was pressed instead may be naming something else by now.
    setNaming((now) => (now === naming ? null : now));
    if (naming?.of === "column") {
      const column = state.columns.find(({ id }) => id === naming.id);
      if (name !== "" && column && column.name !== name) {
        board.carryOut([{ type: "rename", column: column.id, from: column.name, to: name }]);
      }
      if (!left) focus(focusKeyOf.column(naming.id));
      return;
    }
    const moved = naming?.cards.filter(isThere) ?? [];
    const [first] = moved;
    if (name === "") {
      if (!left) focus(first === undefined ? focusKeyOf.fresh : focusKeyOf.card(first));
      return;
    }
    const column = newId();
    const add = { type: "add", column, name, colour: null, before: null } as const;
    if (first === undefined) {
      board.carryOut([add]);
      if (!left) focus(focusKeyOf.fresh);
      return;
    }
    board.carryOut([add, ...movesTo(moved, column)]);
    setTicked(NONE);
    setSaid({ says: "moved", cards: moved, to: column });
    if (!left) goOnFrom(moved);
  }

  /** Null where it is there no more. */
  function removalOf(id: string): Extract<BoardChange, { type: "remove" }> | null {
    const at = state.columns.findIndex((each) => each.id === id);
    const column = state.columns[at];
    if (column === undefined) return null;
    const { name, colour } = column;
    return {
      ...{ type: "remove", column: id, name, colour },
      before: state.columns[at + 1]?.id ?? null,
      cards: cardsIn(state, cards, id).map((card) => card.id),
    };
  }

  function remove(id: string): void {
    const removal = removalOf(id);
    setNaming(null);
    if (removal === null) return;
    board.carryOut([removal]);
    focus(focusKeyOf.fresh);
  }

  function merge(id: string, into: string): void {
    const removal = removalOf(id);
    const inside = cardsIn(state, cards, id).map((card) => card.id);
    if (removal === null || !state.columns.some((column) => column.id === into)) {
      setSaid({ says: "gone" });
      return;
    }
    // Once its cards have gone it has none that would become loose.
    board.carryOut([...movesTo(inside, into), { ...removal, cards: [] }]);
    setSaid({ says: "moved", cards: inside, to: into });
    focus(focusKeyOf.column(into));
  }

  function paint(id: string, colour: ThemeColour | null): void {
    const column = state.columns.find((each) => each.id === id);
    if (column === undefined || column.colour === colour) return;
    board.carryOut([{ type: "colour", column: id, from: column.colour, to: colour }]);
  }

  /** Says what taking back or doing again came to, and leads to what moved. */
  function tell(
    back: BoardStep | null,
    [done, left]: readonly [PlainlySaid, PlainlySaid],
    isByKey: boolean,
  ): void {
    setSaid({ says: back ? done : left });
    const move = back?.find(({ type }) => type === "move");
    if (move?.type !== "move") return;
    if (isByKey) lead(move.card);
    else setPicked(move.card);
  }

  const hand: BoardHand = {
    state,
    cards,
    isFull: state.columns.length >= columnsMax,
    chosen,
    choose: setPicked,
    put,
    marked,
    mark: (wanted) => setTicked(new Set(wanted)),
    withMarked,
    press(card, target) {
      const [first] = marked;
      const pressed = card ?? first ?? chosen;
      if (target === null) setSaid({ says: "noKey" });
      else if (pressed === null) setSaid({ says: "noCard" });
      else put(withMarked(pressed), target, "next");
    },
    naming,
    startNaming: setNaming,
    finishNaming,
    paint,
    merge,
    remove,
    canUndo: board.canUndo,
    undo(isByKey) {
      if (board.canUndo) tell(board.undo(), ["undone", "undoneNot"], isByKey);
      else setSaid({ says: "nothing" });
    },
    canRedo: board.canRedo,
    redo(isByKey) {
      if (board.canRedo) tell(board.redo(), ["redone", "redoneNot"], isByKey);
      else setSaid({ says: "nothing" });
    },
    said,
  };

  useBoardKeys({ frame, hand, columnsMax, walk: (card) => lead(card) });

  return hand;
}

/** What is said without naming a card. */
type PlainlySaid = Exclude<Said, { says: "moved" }>["says"];

/** The same set each time, so that nothing is drawn anew where nothing is marked. */
const NONE: ReadonlySet<string> = new Set();
