"use client";

import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from "react";

/** Marks what can get the focus on a board, by a name of its own. */
export const FOCUS_KEY = "data-focus-key";
export const focusKeyOf = {
  card: (id: string) => `card ${id}`,
  column: (id: string) => `column ${id}`,
  fresh: "new",
  count: "count",
};

/**
 * Gives the focus by name, once what has the name is there. A card that goes to another column is another
 * element: it keeps the focus, whoever moved it.
 */
export function useBoardFocus(frame: RefObject<HTMLElement | null>): (key: string) => void {
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

/** By which name something has the focus; null where it is not of a board. */
export function focusKeyAt(target: EventTarget | null): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[${FOCUS_KEY}]`)?.getAttribute(FOCUS_KEY) ?? null;
}
