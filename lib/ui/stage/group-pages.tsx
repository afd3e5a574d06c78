"use client";

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from "react";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { type GroupPage, layOutGroups } from "@/lib/ui/stage/card-layout";

export interface StageCard {
  id: string;
  /** What somebody wrote, or the plan's words. */
  text?: ReactNode;
  /** Below the text, for instance a bar or a theme. */
  below?: ReactNode;
}

/** Cards that belong together: they share no page with others. */
export interface CardGroup {
  id: string;
  /** Above its cards on each of its pages, which are counted from 1. */
  heading?: (part: number, parts: number) => ReactNode;
  cards: readonly StageCard[];
}

/** Which cards (counted from 1) of how many are in view; none on pages that come before the cards. */
export interface PageReport {
  pages: number;
  from: number;
  to: number;
}

export interface GroupPagesProps {
  groups: readonly CardGroup[];
  /** Pages that come before those of the cards. */
  first?: readonly ReactNode[];
  /** Counted from 0; beyond the last page the last one is shown. */
  page: number;
  /** Told after each layout: the facilitator turns pages and the footer says which cards these are. */
  onLayout?: (report: PageReport) => void;
  columns?: 1 | 2;
  /** How far apart cards are; close together where they have no frames. */
  gap?: "wide" | "close";
}

/** Measured during the first client render; the server can't know what fits. */
const useMeasureEffect = typeof window === "undefined" ? useEffect : useLayoutEffect;

const GAPS = { wide: "gap-[calc(1.5*var(--u))]", close: "gap-[calc(0.4*var(--u))]" } as const;

/** A heading is measured as if there were so many pages of its group: what it then says is no shorter. */
const PARTS_MEASURED = 10;

const NOTHING_BEFORE: readonly ReactNode[] = [];

/**
 * Cards in columns and as many pages as they need, text exact and never cut. All cards are
 * laid out once, unseen, to be measured; then one page shows. Only a single card taller than the
 * whole page would have to be scrolled.
 */
export function GroupPages(props: GroupPagesProps) {
  const { groups, page, onLayout, first = NOTHING_BEFORE, columns = 2, gap = "wide" } = props;
  const frame = useRef<HTMLDivElement>(null);
  const measure = useRef<HTMLDivElement>(null);
  const report = useRef(onLayout);
  report.current = onLayout;
  const pages = useGroupPages({ frame, measure, groups, columns });

  const count = first.length + (pages?.length ?? 0);
  const at = Math.min(Math.max(0, page), Math.max(0, count - 1));
  const before = first[at];
  const current = pages?.[at - first.length];
  const group = current && groups[current.group];
  // Elsewhere text reaches a pixel below its line, which must not make a page scroll that fits.
  const isScrolled = current?.isTooTall ?? false;
  // Counted through all groups, as the footer counts.
  const earlier = groups
    .slice(0, current?.group ?? 0)
    .reduce((sum, { cards }) => sum + cards.length, 0);
  const shown = current?.columns.flat() ?? [];
  const from = shown.length === 0 ? 0 : earlier + Math.min(...shown) + 1;
  const to = shown.length === 0 ? 0 : earlier + Math.max(...shown) + 1;

  useEffect(() => {
    if (pages !== null) report.current?.({ pages: count, from, to });
  }, [pages, count, from, to]);

  return (
    <div
      className={`relative min-h-0 flex-1 overflow-x-hidden ${isScrolled ? "overflow-y-auto" : "overflow-y-hidden"}`}
      ref={frame}
      // What is scrolled must be reached by keyboard.
      tabIndex={isScrolled ? 0 : undefined}
    >
      {/* No height of its own: what is only measured must not make the page scroll. */}
      <div aria-hidden className="invisible absolute inset-x-0 top-0 h-0 overflow-hidden" inert>
        <div ref={measure}>
          {groups.map(({ id, heading, cards }) => (
            <div key={id}>
              <div>{heading?.(PARTS_MEASURED, PARTS_MEASURED)}</div>
              <div
                className={`flex flex-col ${GAPS[gap]} ${columns === 2 ? "w-[calc((100%-1.5*var(--u))/2)]" : "w-full"}`}
              >
                {cards.map((card) => (
                  <Card card={card} key={card.id} />
                ))}
              </div>
            </div>
          ))}
        </div>
      </div>
      {before === undefined ? null : (
        // As large as its frame, whatever stands on it: these pages are not scrolled.
        <div className="fade-in absolute inset-0 flex flex-col overflow-hidden" key={at}>
          {before}
        </div>
      )}
      {current && group ? (
        <div className="fade-in" key={`${from}-${to}`}>
          {group.heading?.(current.part + 1, current.parts)}
          <div className={`flex items-start ${GAPS.wide}`}>
            {current.columns.map((column, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns have no identity but their place
              <div className={`flex min-w-0 flex-1 flex-col ${GAPS[gap]}`} key={index}>
                {column.map((place) => {
                  const card = group.cards[place];
                  return card ? <Card card={card} key={card.id} /> : null;
                })}
              </div>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

/** Lays out anew whenever the cards, their frame or the fonts in them change; null until the first time. */
function useGroupPages({
  frame,
  measure,
  groups,
  columns,
}: {
  frame: { readonly current: HTMLElement | null };
  measure: { readonly current: HTMLElement | null };
  groups: readonly CardGroup[];
  columns: number;
}): GroupPage[] | null {
  const [pages, setPages] = useState<GroupPage[] | null>(null);
  useMeasureEffect(() => {
    const space = frame.current;
    const unseen = measure.current;
    if (!space || !unseen) return;
    function layOut() {
      if (!space || !unseen) return;
      // Rectangles shrink with a stage that is drawn small, as a thumbnail is; lengths don't.
      const scale = space.getBoundingClientRect().height / space.offsetHeight || 1;
      const heightOf = (element: Element) => element.getBoundingClientRect().height / scale;
      let gap = 0;
      const heights = [...unseen.children].map((group) => {
        const [heading, cards] = group.children;
        if (cards) gap = Number.parseFloat(getComputedStyle(cards).rowGap) || 0;
        return {
          heading: heading ? heightOf(heading) : 0,
          cards: cards ? [...cards.children].map(heightOf) : [],
        };
      });
      setPages(layOutGroups(heights, { height: space.clientHeight, gap, columns }));
    }
    layOut();
    const observer = new ResizeObserver(layOut);
    observer.observe(space);
    // Fonts that arrive late change the cards, not the frame.
    observer.observe(unseen);
    return () => observer.disconnect();
  }, [groups, columns, frame, measure]);
  return pages;
}

function Card({ card }: { card: StageCard }) {
  return (
    <div className="rounded-card border-2 border-edge bg-surface px-[calc(1.7*var(--u))] py-[calc(1.2*var(--u))] text-stage-card">
      {card.text === undefined ? null : (
        <PeoplesWords as="p" className="whitespace-pre-line">
          {card.text}
        </PeoplesWords>
      )}
      {card.below}
    </div>
  );
}
