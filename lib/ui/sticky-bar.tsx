"use client";

import { type ReactNode, useEffect, useRef } from "react";

export interface StickyBarProps {
  edge: "top" | "bottom";
  /** Says where it sticks, and from which size of window on: `sticky bottom-0`. */
  className: string;
  /** Sticks to the other bars at this edge instead of the edge itself. */
  stacked?: boolean;
  children: ReactNode;
}

/** Between what has the focus and the bar: room for the focus ring. */
const RING_PX = 8;

/**
 * A bar that stays at an edge of the window, or of what scrolls in it. What gets the focus is scrolled
 * clear of it (WCAG 2.2, 2.4.11), however tall it is at the moment.
 */
export function StickyBar({ edge, className, stacked = false, children }: StickyBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const tell = () => tellHeights(edge);
    const observer = new ResizeObserver(tell);
    if (bar.current) observer.observe(bar.current);
    // A wider or taller window may have it stick no more, at the same size.
    window.addEventListener("resize", tell);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", tell);
      tellHeights(edge);
    };
  }, [edge]);
  return (
    <div className={className} data-stacked={stacked || undefined} data-sticky-bar={edge} ref={bar}>
      {children}
    </div>
  );
}

/**
 * Puts stacked bars onto the others at this edge, and keeps as much of the window free as all of them cover
 * together.
 */
function tellHeights(edge: StickyBarProps["edge"]): void {
  const bars = [...document.querySelectorAll<HTMLElement>(`[data-sticky-bar="${edge}"]`)];
  const isStacked = (bar: HTMLElement) => bar.hasAttribute("data-stacked");
  let height = 0;
  for (const bar of [...bars.filter((each) => !isStacked(each)), ...bars.filter(isStacked)]) {
    if (isStacked(bar)) bar.style.setProperty(edge, `${height}px`);
    if (getComputedStyle(bar).position === "sticky") height += bar.getBoundingClientRect().height;
  }
  document.documentElement.style.setProperty(
    `scroll-padding-${edge}`,
    height === 0 ? null : `${Math.ceil(height) + RING_PX}px`,
  );
}
