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

/** In less nobody takes in a card; what only flew past while scrolling has not been read. */
const READ_AFTER_MS = 1000;

/** So much of a card has to be in view, or so much of the view be filled by it. */
const CARD_SHARE = 0.9;
const VIEW_SHARE = 0.5;
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
    const timers = new Map<string, ReturnType<typeof setTimeout>>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const id = entry.target.getAttribute("data-card");
          if (id === null) continue;
          clearTimeout(timers.get(id));
          if (isInView(entry))
            timers.set(
              id,
              setTimeout(() => markRead([id]), READ_AFTER_MS),
            );
        }
      },
      { rootMargin: clearOfBars(), threshold: THRESHOLDS },
    );
    for (const card of list.current?.querySelectorAll("[data-card]") ?? []) observer.observe(card);
    return () => {
      observer.disconnect();
      for (const timer of timers.values()) clearTimeout(timer);
    };
  }, [list, ids, markRead]);
}

function isInView({ boundingClientRect, intersectionRect, rootBounds }: IntersectionObserverEntry) {
  const view = rootBounds?.height ?? window.innerHeight;
  const enough = Math.min(CARD_SHARE * boundingClientRect.height, VIEW_SHARE * view);
  return intersectionRect.height > 0 && intersectionRect.height >= enough;
}

/** What bars that stick to the window's edges cover is not in view. */
function clearOfBars(): string {
  const { scrollPaddingTop, scrollPaddingBottom } = getComputedStyle(document.documentElement);
  const inset = (padding: string) => `-${Number.parseFloat(padding) || 0}px`;
  return `${inset(scrollPaddingTop)} 0px ${inset(scrollPaddingBottom)} 0px`;
}
