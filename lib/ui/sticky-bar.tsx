"use client";

import { type ReactNode, useEffect, useRef } from "react";

export interface StickyBarProps {
  edge: "top" | "bottom";
  /** Says where it sticks, and from which size of window on: `sticky bottom-0`. */
  className: string;
  children: ReactNode;
}

/** Between what has the focus and the bar: room for the focus ring. */
const RING_PX = 8;

/**
 * A bar that stays at an edge of the window, or of what scrolls in it. What gets the focus is scrolled
 * clear of it (WCAG 2.2, 2.4.11), however tall it is at the moment.
 */
export function StickyBar({ edge, className, children }: StickyBarProps) {
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
    <div className={className} data-sticky-bar={edge} ref={bar}>
      {children}
    </div>
  );
}

/** Keeps as much of the window free as all bars at this edge cover together. */
function tellHeights(edge: StickyBarProps["edge"]): void {
  let height = 0;
  for (const bar of document.querySelectorAll<HTMLElement>(`[data-sticky-bar="${edge}"]`)) {
    if (getComputedStyle(bar).position === "sticky") height += bar.offsetHeight;
  }
  document.documentElement.style.setProperty(
    `scroll-padding-${edge}`,
    height === 0 ? null : `${height + RING_PX}px`,
  );
}
