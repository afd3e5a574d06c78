"use client";

import { type RefObject, useMemo, useRef, useState } from "react";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import type { SharedBoard } from "@/lib/client/use-shared-board";
import {
  type BoardColumn,
  type BoardState,
  type BoardStep,
  type BoardTarget,
  beforeAfter,
  type ColumnChange,
  cardsIn,
  columnOf,
  followingCard,
  laying,
  type MoveInColumn,
  shifting,
} from "@/lib/ui/console/board-state";
import type { BoardCard, BoardHand, Naming, Said } from "@/lib/ui/console/board-view";
import { useBoard } from "@/lib/ui/console/use-board";
import { focusKeyOf, useBoardFocus } from "@/lib/ui/console/use-board-focus";
import { useBoardKeys } from "@/lib/ui/console/use-board-keys";
import { useRemoteNews } from "@/lib/ui/console/use-remote-news";

export interface BoardHandInput {
  frame: RefObject<HTMLElement | null>;
  cards: readonly BoardCard[];
  /** As the view says. */
  columns: readonly BoardColumn[];
  places: SharedBoard;
  columnsMax: number;
  newId: () => string;
  /** Answers whether the change was taken. */
  send: (change: ColumnChange) => Promise<boolean>;
}

/** What a board does with the hand that works on it: choosing, putting, naming, undoing, and where the focus goes. */
export function useBoardHand(input: BoardHandInput): BoardHand {
  const { frame, cards, places, columnsMax, newId } = input;
  const board = useBoard(input);
  const { state } = board;
  const [picked, setPicked] = useState<string | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(NONE);
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const focus = useBoardFocus(frame);
  const news = useRemoteNews(state, board.own, places.state !== "opening");
  const byId = useMemo(() => new Map(cards.map((card) => [card.id, card])), [cards]);
  const isThere = (card: string) => byId.has(card);
  const lists = useCardLists(state, byId);
  const cardsOf = (column: string | null) => lists.get(column) ?? NO_CARDS;
  const marked = useMemo(() => {
    const there = state.order.filter((id) => ticked.has(id));
    return there.length === 0 ? NONE : new Set(there);
  }, [state, ticked]);
  const withMarked = (card: string): readonly string[] => (marked.has(card) ? [...marked] : [card]);
  const chosen = picked !== null && isThere(picked) ? picked : (cardsIn(state, null)[0] ?? null);

  function lead(card: string): void {
    setPicked(card);
    focus(focusKeyOf.card(card));
  }

  /** Goes on with another card of where these lay, once they have gone into their column. */
  function goOnFrom(before: BoardState, moved: readonly string[]): void {
    const [first] = moved;
    const others = {
      ...before,
      order: before.order.filter((id) => id === first || !moved.includes(id)),
    };
    const next =
      (first === undefined ? null : followingCard(others, first)) ??
      cardsIn(others, null).find((id) => id !== first);
    if (next !== undefined) {
      lead(next);
      return;
    }
    setPicked(null);
    focus(focusKeyOf.count);
  }

  function put(
    wanted: readonly string[],
    target: BoardTarget,
    then: "next" | "stay",
    before?: string | null,
  ): void {
    if (target.to === "new") {
      setNaming({ of: "new", cards: wanted });
      return;
    }
    const at = board.now();
    const moved = wanted.filter(isThere);
    const [first] = moved;
    const to = target.to === "loose" ? null : target.id;
    if (first === undefined || (to !== null && !at.columns.some(({ id }) => id === to))) {
      setSaid({ says: "gone" });
      return;
    }
    // Without a place in the column, what is there already stays where it lies.
    const going = before === undefined ? moved.filter((id) => columnOf(at, id) !== to) : moved;
    const step = laying(at, going, to, before ?? null);
    if (going.length === 0 || step.length === 0) return;
    board.carryOut(step);
    setTicked(NONE);
    setSaid({ says: "moved", cards: going, to });
    if (then === "stay") lead(first);
    else goOnFrom(at, moved);
  }

  function arrange(card: string, move: MoveInColumn): void {
    const at = board.now();
    const before = beforeAfter(at, card, move);
    if (before === undefined) {
      setSaid({ says: "edge" });
      return;
    }
    const column = columnOf(at, card);
    board.carryOut(laying(at, [card], column, before));
    const place = cardsIn(board.now(), column);
    setSaid({ says: "arranged", card, place: place.indexOf(card) + 1, of: place.length });
    lead(card);
  }

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
    const at = board.now();
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
    board.carryOut([add, ...laying(at, moved, column, null)]);
    setTicked(NONE);
    setSaid({ says: "moved", cards: moved, to: column });
    if (!left) goOnFrom(at, moved);
  }

  /** Null where it is there no more. */
  function removalOf({ columns }: BoardState, id: string): ColumnChange | null {
    const at = columns.findIndex((each) => each.id === id);
    const column = columns[at];
    if (column === undefined) return null;
    const { name, colour } = column;
    return { type: "remove", column: id, name, colour, before: columns[at + 1]?.id ?? null };
  }

  function remove(id: string): void {
    const removal = removalOf(state, id);
    setNaming(null);
    if (removal === null) return;
    board.carryOut([removal]);
    focus(focusKeyOf.fresh);
  }

  function merge(id: string, into: string): void {
    const at = board.now();
    const removal = removalOf(at, id);
    const inside = cardsIn(at, id);
    if (removal === null || !at.columns.some((column) => column.id === into)) {
      setSaid({ says: "gone" });
      return;
    }
    board.carryOut([...laying(at, inside, into, null), removal]);
    setSaid({ says: "moved", cards: inside, to: into });
    focus(focusKeyOf.column(into));
  }

  function shift(id: string, before: string | null): void {
    const step = shifting(board.now(), id, before);
    if (step.length > 0) board.carryOut(step);
    focus(focusKeyOf.column(id));
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
    const move = back?.find(({ type }) => type === "lay");
    if (move?.type !== "lay") return;
    if (isByKey) lead(move.card);
    else setPicked(move.card);
  }

  const hand: BoardHand = {
    state,
    cards,
    cardsOf,
    isFull: state.columns.length >= columnsMax,
    chosen,
    choose: setPicked,
    marked,
    mark: (wanted) => setTicked(new Set(wanted)),
    withMarked,
    lead,
    put,
    arrange,
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
    shift,
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
    news,
  };

  useBoardKeys({ frame, hand, columnsMax, walk: lead });

  return hand;
}

const NO_CARDS: readonly BoardCard[] = [];

/** The cards of each column, and the loose ones by null: the same list as long as nothing of it changes. */
function useCardLists(
  state: BoardState,
  byId: ReadonlyMap<string, BoardCard>,
): ReadonlyMap<string | null, readonly BoardCard[]> {
  const known = useRef<ReadonlyMap<string | null, readonly BoardCard[]>>(new Map());
  return useMemo(() => {
    const lists = new Map<string | null, BoardCard[]>(
      [null, ...state.columns.map(({ id }) => id)].map((column) => [column, []]),
    );
    for (const id of state.order) {
      const card = byId.get(id);
      if (card) lists.get(columnOf(state, id))?.push(card);
    }
    const kept = [...lists].map(([column, cards]) => {
      const last = known.current.get(column);
      const isSame = last?.length === cards.length && last.every((card, at) => card === cards[at]);
      return [column, isSame ? last : cards] as const;
    });
    known.current = new Map(kept);
    return known.current;
  }, [state, byId]);
}

/** What is said without naming a card. */
type PlainlySaid = Exclude<Said, { card: string } | { cards: readonly string[] }>["says"];

/** The same set each time, so that nothing is drawn anew where nothing is marked. */
const NONE: ReadonlySet<string> = new Set();
