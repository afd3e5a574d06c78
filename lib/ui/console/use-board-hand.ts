"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";
import {
  type BoardChange,
  type BoardState,
  type BoardTarget,
  cardBeside,
  cardsIn,
  columnOf,
  followingCard,
  targetOfKey,
} from "@/lib/ui/console/board-state";
import { areKeysOn } from "@/lib/ui/console/keys-switch";
import { useBoard } from "@/lib/ui/console/use-board";

export interface BoardCard {
  id: string;
  text: string;
}

/** The name that is being written: of a column, or of a new one and the card that goes into it. */
export type Naming = { of: "new"; card: string | null } | { of: "column"; id: string };

/** What is said of the last press. */
export type Said =
  | { says: "moved"; card: string; to: string | null }
  | { says: "undone" | "undoneNot" | "gone" | "noKey" | "noCard" };

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

/** What a facilitator does on a board, the same in each of its two views. */
export interface BoardHand {
  state: BoardState;
  cards: readonly BoardCard[];
  isFull: boolean;
  /** The card that keys and the columns' own buttons are about. */
  chosen: string | null;
  choose: (card: string) => void;
  /** "stay": the card keeps the focus; else the next one gets it. */
  put: (card: string, target: BoardTarget, then: "next" | "stay") => void;
  putChosen: (target: BoardTarget) => void;
  naming: Naming | null;
  startNaming: (naming: Naming) => void;
  /** Null: nothing is named. `left`: the focus has gone elsewhere already, and stays there. */
  finishNaming: (name: string | null, left?: boolean) => void;
  remove: (column: string) => void;
  canUndo: boolean;
  undo: () => void;
  said: Said | null;
}

/** Marks what can get the focus on a board, by a name of its own. */
export const FOCUS_KEY = "data-focus-key";
export const focusKeyOf = {
  card: (id: string) => `card ${id}`,
  column: (id: string) => `column ${id}`,
  fresh: "new",
  count: "count",
};

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

  /** Goes on with another card once this one has gone into its column. */
  function goOnFrom(card: string): void {
    const next =
      followingCard(state, cards, card) ??
      cardsIn(state, cards, null).find(({ id }) => id !== card)?.id;
    setPicked(next ?? null);
    focus(next === undefined ? focusKeyOf.count : focusKeyOf.card(next));
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
    if (from !== to) {
      board.carryOut([{ type: "move", card, from, to }]);
      setSaid({ says: "moved", card, to });
    }
    if (then === "next") goOnFrom(card);
    else setPicked(card);
  }

  function finishNaming(written: string | null, left = false): void {
    const name = written?.trim() ?? "";
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
    const add = { type: "add", column, name } as const;
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
    const column = state.columns.find((each) => each.id === id);
    setNaming(null);
    if (column === undefined) return;
    const inside = cardsIn(state, cards, id).map((card) => card.id);
    board.carryOut([{ type: "remove", column: id, name: column.name, cards: inside }]);
    focus(focusKeyOf.fresh);
  }

  const hand: BoardHand = {
    state,
    cards,
    isFull: state.columns.length >= columnsMax,
    chosen,
    choose: setPicked,
    put,
    putChosen: (target) =>
      chosen === null ? setSaid({ says: "noCard" }) : put(chosen, target, "next"),
    naming,
    startNaming: setNaming,
    finishNaming,
    remove,
    canUndo: board.canUndo,
    undo() {
      if (board.canUndo) setSaid({ says: board.undo() ? "undone" : "undoneNot" });
    },
    said,
  };

  useBoardKeys(frame, (event) => {
    if (isUndo(event)) {
      hand.undo();
      return true;
    }
    const { ctrlKey, altKey, metaKey, key } = event;
    if (ctrlKey || altKey || metaKey) return false;
    const focused = cards.find(({ id }) => focusKeyOf.card(id) === focusKeyAt(event.target));
    const beside =
      focused && isWalked(event.target) ? cardBeside(state, cards, focused.id, key) : null;
    if (beside !== null) {
      setPicked(beside);
      focus(focusKeyOf.card(beside));
      return true;
    }
    if (!DIGIT.test(key) || !(focused || (areKeysOn() && !isField(event.target)))) return false;
    // A key held down must not sort one card after the other.
    if (event.repeat) return true;
    const target = targetOfKey(state, key, columnsMax);
    if (target === null) setSaid({ says: "noKey" });
    else if (focused) put(focused.id, target, "next");
    else hand.putChosen(target);
    return true;
  });

  return hand;
}

const DIGIT = /^\d$/;

const isUndo = ({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean =>
  key.toLowerCase() === "z" && (ctrlKey || metaKey) && !altKey && !shiftKey && !isWritten(target);

/** Takes all keys for itself. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest("input, textarea, select, [contenteditable]") !== null;

/** Has an undo of its own. */
const isWritten = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;

/** A choice out of a list needs its arrows for itself. */
const isWalked = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("[data-arrows]") !== null;

function focusKeyAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[${FOCUS_KEY}]`)?.getAttribute(FOCUS_KEY) ?? null;
}

/**
 * Hears keys wherever the focus is, but while a dialog or a menu is open, or the board is out of sight.
 * True: the key is used up.
 */
function useBoardKeys(
  frame: RefObject<HTMLElement | null>,
  onKey: (event: KeyboardEvent) => boolean,
): void {
  const latest = useRef(onKey);
  latest.current = onKey;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (document.querySelector("dialog[open], [role=dialog], [role=menu]")) return;
      if ((frame.current?.getClientRects().length ?? 0) === 0) return;
      if (latest.current(event)) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [frame]);
}

/**
 * Gives the focus by name, once what has the name is there. A card that goes to another column is another
 * element: it keeps the focus, whoever moved it.
 */
function useBoardFocus(frame: RefObject<HTMLElement | null>): (key: string) => void {
  const [wanted, setWanted] = useState<{ key: string } | null>(null);
  const last = useRef<string | null>(null);

  useEffect(() => {
    const remember = ({ target }: FocusEvent) => {
      last.current = frame.current?.contains(target instanceof Node ? target : null)
        ? focusKeyAt(target)
        : null;
    };
    const left = ({ target }: FocusEvent) => {
      // Only afterwards is it known whether it went to another column, or was left by a click beside it.
      setTimeout(() => {
        const isThere = target instanceof Node && target.isConnected;
        if (isThere && document.activeElement === document.body) last.current = null;
      });
    };
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", left);
    return () => {
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", left);
    };
  }, [frame]);

  useLayoutEffect(() => {
    if (wanted !== null) elementOf(frame, wanted.key)?.focus();
  }, [frame, wanted]);

  useLayoutEffect(() => {
    if (document.activeElement !== document.body || last.current === null) return;
    elementOf(frame, last.current)?.focus({ preventScroll: true });
  });

  return (key) => setWanted({ key });
}

const elementOf = (frame: RefObject<HTMLElement | null>, key: string): HTMLElement | null =>
  frame.current?.querySelector<HTMLElement>(`[${FOCUS_KEY}="${key}"]`) ?? null;
