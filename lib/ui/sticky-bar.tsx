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

/** Lower than any keyboard on a screen, higher than a browser's own bars. */
const KEYBOARD_MIN_PX = 120;

/**
 * What a keyboard covers of the window's lower edge, in browsers that don't make the window smaller for it.
 * Pinched in, one looks at parts of the page, and nothing is covered.
 */
function coveredByKeyboard(): number {
  const seen = window.visualViewport;
  if (!seen || seen.scale > 1) return 0;
  const covered = document.documentElement.clientHeight - seen.offsetTop - seen.height;
  return covered < KEYBOARD_MIN_PX ? 0 : covered;
}

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
    window.visualViewport?.addEventListener("resize", tell);
    window.visualViewport?.addEventListener("scroll", tell);
    return () => {
      observer.disconnect();
      window.removeEventListener("resize", tell);
      window.visualViewport?.removeEventListener("resize", tell);
      window.visualViewport?.removeEventListener("scroll", tell);
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
    // Onto the keyboard, too: what is needed while one types is in a stacked bar.
    if (isStacked(bar) && edge === "bottom") height = Math.max(height, coveredByKeyboard());
    if (isStacked(bar)) bar.style.setProperty(edge, `${height}px`);
    if (getComputedStyle(bar).position === "sticky") height += bar.getBoundingClientRect().height;
  }
  document.documentElement.style.setProperty(
    `scroll-padding-${edge}`,
    height === 0 ? null : `${Math.ceil(height) + RING_PX}px`,
  );
}
