"use client";

import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
} from "react";
import { createCardsInView } from "@/lib/ui/console/in-view";

/** How finely it is told how much of a card is in view. */
const THRESHOLDS = Array.from({ length: 11 }, (_, tenth) => tenth / 10);

interface Reading {
  /** Ids of sealed cards that have been in view here, uncovered. */
  read: ReadonlySet<string>;
  markRead: (ids: readonly string[]) => void;
  /** Whether somebody asked to be led to the next card that has not been read. */
  isWanted: boolean;
  want: (on: boolean) => void;
}

const ReadingContext = createContext<Reading>({
  read: new Set(),
  markRead: () => undefined,
  isWanted: false,
  want: () => undefined,
});

/** Remembers, for as long as this window is open, which sealed cards its facilitator has had in view. */
export function ReadingProvider({ children }: { children: ReactNode }) {
  const [read, setRead] = useState<ReadonlySet<string>>(new Set());
  const [isWanted, want] = useState(false);
  const markRead = useCallback((ids: readonly string[]) => {
    setRead((before) =>
      ids.every((id) => before.has(id)) ? before : new Set([...before, ...ids]),
    );
  }, []);
  const reading = useMemo(() => ({ read, markRead, isWanted, want }), [read, markRead, isWanted]);
  return <ReadingContext value={reading}>{children}</ReadingContext>;
}

export function useReading(): Reading {
  return useContext(ReadingContext);
}

/** Marks the cards below an element as read once they have been in view long enough. */
export function useMarkAsRead(list: RefObject<HTMLElement | null>, ids: string): void {
  const { markRead } = useReading();
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cards are other elements
  useEffect(() => {
    const inView = createCardsInView((id) => markRead([id]));
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, boundingClientRect, intersectionRect, rootBounds } of entries) {
          const id = target.getAttribute("data-card");
          if (id === null) continue;
          inView.see(id, {
            card: boundingClientRect.height,
            visible: intersectionRect.height,
            view: rootBounds?.height ?? window.innerHeight,
          });
        }
      },
      { rootMargin: clearOfBars(), threshold: THRESHOLDS },
    );
    for (const card of list.current?.querySelectorAll("[data-card]") ?? []) observer.observe(card);
    return () => {
      observer.disconnect();
      inView.stop();
    };
  }, [list, ids, markRead]);
}

/** What bars that stick to the window's edges cover is not in view. */
function clearOfBars(): string {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const inset = (padding: string) => `-${Number.parseFloat(padding) || 0}px`;
  return `${inset(scrollPaddingTop)} 0px ${inset(scrollPaddingBottom)} 0px`;
}
