"use client";

import { type RefObject, useEffect, useRef } from "react";
import { cardBeside, type MoveInColumn, targetOfKey } from "@/lib/ui/console/board-state";
import type { BoardHand } from "@/lib/ui/console/board-view";
import { areKeysOn } from "@/lib/ui/console/keys-switch";
import { undoKey } from "@/lib/ui/console/undo-key";
import { focusKeyAt, focusKeyOf } from "@/lib/ui/console/use-board-focus";
import { isPageCovered } from "@/lib/ui/is-page-covered";

export interface BoardKeysInput {
  frame: RefObject<HTMLElement | null>;
  hand: BoardHand;
  columnsMax: number;
  /** Chooses a card, and gives it the focus. */
  walk: (card: string) => void;
}

/**
 * A board's keys: digits put the card that has the focus, or else the chosen one, into a column, arrows walk
 * from card to card and with Alt move one, Ctrl+Z undoes, Ctrl+Y does
 * again. Without a card in focus digits can be switched off like all single keys.
 */
export function useBoardKeys({ frame, hand, columnsMax, walk }: BoardKeysInput): void {
  /** True: the key is used up. */
  function press(event: KeyboardEvent): boolean {
    const { ctrlKey, altKey, metaKey, key, target } = event;
    const back = undoKey(event);
    if (back !== null) {
      hand[back](true);
      return true;
    }
    const { state, cards } = hand;
    const focused = cards.find(({ id }) => focusKeyOf.card(id) === focusKeyAt(target));
    const move = altKey && !ctrlKey && !metaKey ? ARRANGED_BY.get(key) : undefined;
    if (focused && move) {
      hand.arrange(focused.id, move);
      return true;
    }
    if (ctrlKey || altKey || metaKey) return false;
    if (focused && isWalked(target)) {
      const beside = cardBeside(state, focused.id, key);
      if (beside !== null) {
        walk(beside);
        return true;
      }
    }
    const isHeard = focused !== undefined || (areKeysOn() && !isIn(target, FIELDS));
    if (!DIGIT.test(key) || !isHeard) return false;
    // A key held down must not sort one card after the other.
    if (!event.repeat) hand.press(focused?.id ?? null, targetOfKey(state, key, columnsMax));
    return true;
  }
  const latest = useRef(press);
  latest.current = press;

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isPageCovered()) return;
      const isInSight = (frame.current?.getClientRects().length ?? 0) > 0;
      if (isInSight && latest.current(event)) event.preventDefault();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [frame]);
}

/** With Alt, as in a plan. */
const ARRANGED_BY: ReadonlyMap<string, MoveInColumn> = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["Home", "first"],
  ["End", "last"],
]);

const DIGIT = /^\d$/;

/** What takes digits for itself. */
const FIELDS = "input, textarea, select, [contenteditable]";

const isIn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** A choice out of a list needs its arrows for itself. */
const isWalked = (target: EventTarget | null): boolean => isIn(target, "[data-arrows]");
