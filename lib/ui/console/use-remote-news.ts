"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type BoardState, columnOf } from "@/lib/ui/console/board-state";

/** Whoever listens to a board hears of others' moves this often at most: forty of them are one sentence. */
const SAID_EVERY_MS = 10_000;

/** What others have moved since it was last said; null: nothing. */
export interface RemoteNews {
  cards: readonly string[];
}

/**
 * Which cards came into another column by somebody else's hand. `own` names the columns into which this console has put
 * cards itself.
 */
export function useRemoteNews(
  state: BoardState,
  own: RefObject<Map<string, string | null>>,
  isOpen: boolean,
): RemoteNews | null {
  const [news, setNews] = useState<RemoteNews | null>(null);
  const before = useRef<BoardState | null>(null);
  const waiting = useRef(new Set<string>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const last = before.current;
    before.current = isOpen ? state : null;
    if (last === null || !isOpen) return;
    for (const card of state.order) {
      const column = columnOf(state, card);
      if (column === columnOf(last, card) || !last.order.includes(card)) continue;
      if (own.current.get(card) === column && own.current.has(card)) waiting.current.delete(card);
      else waiting.current.add(card);
      own.current.delete(card);
    }
    function say(): void {
      timer.current = undefined;
      if (waiting.current.size === 0) return;
      setNews({ cards: [...waiting.current] });
      waiting.current.clear();
      timer.current = setTimeout(say, SAID_EVERY_MS);
    }
    if (timer.current === undefined) say();
  }, [state, own, isOpen]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return news;
}
