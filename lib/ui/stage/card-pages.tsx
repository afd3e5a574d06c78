"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { type CardPage, layOutCards } from "@/lib/ui/stage/card-layout";

export interface StageCard {
  id: string;
  /** What somebody wrote, or the plan's words. */
  text: ReactNode;
  /** Below the text, for instance a bar or a theme. */
  below?: ReactNode;
}

/** Which cards (counted from 1) of how many are in view. */
export interface PageReport {
  pages: number;
  from: number;
  to: number;
}

export interface CardPagesProps {
  cards: readonly StageCard[];
  /** Counted from 0; beyond the last page the last one is shown. */
  page: number;
  /** Told after each layout: the facilitator turns pages and the footer says which cards these are. */
  onLayout?: (report: PageReport) => void;
  columns?: 1 | 2;
}

/** Measured during the first client render; the server can't know what fits. */
const useMeasureEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

/**
 * Cards in two columns and as many pages as they need, text exact and never cut. All cards are
 * laid out once, unseen, to be measured; then one page shows. Only a single card taller than the
 * whole page would have to be scrolled.
 */
export function CardPages({ cards, page, onLayout, columns = 2 }: CardPagesProps) {
  const frame = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const report = useRef(onLayout);
  report.current = onLayout;
  const [pages, setPages] = useState<CardPage[] | null>(null);

  useMeasureEffect(() => {
    const space = frame.current;
    const unseen = measure.current;
    if (!space || !unseen) return;
    function layOut() {
      if (!space || !unseen) return;
      // Rectangles shrink with a stage that is drawn small, as a thumbnail is; lengths don't.
      const scale = space.getBoundingClientRect().height / space.offsetHeight || 1;
      const heights = [...unseen.children].map(
        (card) => card.getBoundingClientRect().height / scale,
      );
      const gap = Number.parseFloat(getComputedStyle(unseen).rowGap) || 0;
      setPages(layOutCards(heights, { height: space.clientHeight, gap, columns }));
    }
    layOut();
    const observer = new ResizeObserver(layOut);
    observer.observe(space);
    // Fonts that arrive late change the cards, not the frame.
    observer.observe(unseen);
    return () => observer.disconnect();
  }, [cards, columns]);

  const count = pages?.length ?? 0;
  const current = pages?.[Math.min(Math.max(0, page), Math.max(0, count - 1))];
  const shown = current?.columns.flat() ?? [];
  const from = shown.length === 0 ? 0 : Math.min(...shown) + 1;
  const to = shown.length === 0 ? 0 : Math.max(...shown) + 1;

  useEffect(() => {
    if (pages !== null) report.current?.({ pages: count, from, to });
  }, [pages, count, from, to]);

  const gap = "gap-[calc(1.5*var(--u))]";
  return (
    <div className="relative min-h-0 flex-1 overflow-x-hidden overflow-y-auto" ref={frame}>
      {/* No height of its own: what is only measured must not make the page scroll. */}
      <div aria-hidden className="invisible absolute inset-x-0 top-0 h-0 overflow-hidden" inert>
        <div
          className={`flex flex-col ${gap} ${columns === 2 ? "w-[calc((100%-1.5*var(--u))/2)]" : "w-full"}`}
          ref={measure}
        >
          {cards.map((card) => (
            <Card card={card} key={card.id} />
          ))}
        </div>
      </div>
      {current ? (
        <div className={`fade-in flex items-start ${gap}`} key={`${from}-${to}`}>
          {current.columns.map((column, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
            <div className={`flex min-w-0 flex-1 flex-col ${gap}`} key={index}>
              {column.map((at) => {
                const card = cards[at];
                return card ? <Card card={card} key={card.id} /> : null;
              })}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}

function Card({ card }: { card: StageCard }) {
  return (
    <div className="rounded-card border-2 border-edge bg-surface px-[calc(1.7*var(--u))] py-[calc(1.2*var(--u))] text-stage-card">
      <PeoplesWords as="p" className="whitespace-pre-line">
        {card.text}
      </PeoplesWords>
      {card.below}
    </div>
  );
}
