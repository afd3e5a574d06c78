"use client";

import { type RefObject, useState } from "react";
import {
  type BoardChange,
  type BoardState,
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
  const [naming, setNaming] = useState<Naming | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const focus = useBoardFocus(frame);
  const [firstLoose] = cardsIn(state, cards, null);
  const isThere = (card: string) => cards.some(({ id }) => id === card);
  const chosen = picked !== null && isThere(picked) ? picked : (firstLoose?.id ?? null);

  function lead(card: string): void {
    setPicked(card);
    focus(focusKeyOf.card(card));
  }

  /** Goes on with another card once this one has gone into its column. */
  function goOnFrom(card: string): void {
    const next =
      followingCard(state, cards, card) ??
      cardsIn(state, cards, null).find(({ id }) => id !== card)?.id;
    if (next !== undefined) {
      lead(next);
      return;
    }
    setPicked(null);
    focus(focusKeyOf.count);
  }

  function put(card: string, target: BoardTarget, then: "next" | "stay"): void {
    if (target.to === "new") {
      setNaming({ of: "new", card });
      return;
    }
    const to = target.to === "loose" ? null : target.id;
    if (!isThere(card) || (to !== null && !state.columns.some(({ id }) => id === to))) {
      setSaid({ says: "gone" });
      return;
    }
    const from = columnOf(state, card);
    if (from === to) return;
    board.carryOut([{ type: "move", card, from, to }]);
    setSaid({ says: "moved", card, to });
    if (then === "next") goOnFrom(card);
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
    const card = naming?.card ?? null;
    if (name === "") {
      if (!left) focus(card === null ? focusKeyOf.fresh : focusKeyOf.card(card));
      return;
    }
    const column = newId();
    const add = { type: "add", column, name, before: null } as const;
    if (card === null || !isThere(card)) {
      board.carryOut([add]);
      if (!left) focus(focusKeyOf.fresh);
      return;
    }
    board.carryOut([add, { type: "move", card, from: columnOf(state, card), to: column }]);
    setSaid({ says: "moved", card, to: column });
    if (!left) goOnFrom(card);
  }

  function remove(id: string): void {
    const at = state.columns.findIndex((each) => each.id === id);
    const column = state.columns[at];
    setNaming(null);
    if (column === undefined) return;
    const before = state.columns[at + 1]?.id ?? null;
    const inside = cardsIn(state, cards, id).map((card) => card.id);
    board.carryOut([{ type: "remove", column: id, name: column.name, before, cards: inside }]);
    focus(focusKeyOf.fresh);
  }

  const hand: BoardHand = {
    state,
    cards,
    isFull: state.columns.length >= columnsMax,
    chosen,
    choose: setPicked,
    put,
    press(card, target) {
      const pressed = card ?? chosen;
      if (target === null) setSaid({ says: "noKey" });
      else if (pressed === null) setSaid({ says: "noCard" });
      else put(pressed, target, "next");
    },
    naming,
    startNaming: setNaming,
    finishNaming,
    remove,
    canUndo: board.canUndo,
    undo(isByKey) {
      if (!board.canUndo) {
        setSaid({ says: "nothing" });
        return;
      }
      const undone = board.undo();
      setSaid({ says: undone ? "undone" : "undoneNot" });
      const back = undone?.find(({ type }) => type === "move");
      if (back?.type !== "move") return;
      if (isByKey) lead(back.card);
      else setPicked(back.card);
    },
    said,
  };

  useBoardKeys({ frame, hand, columnsMax, walk: (card) => lead(card) });

  return hand;
}
