"use client";

import { useEffect } from "react";

/**
 * Each new screen begins at its top: the end of a session must not stand where somebody had scrolled to.
 * Where the focus went with what was there before, it goes to the new heading; a focus that is still
 * somewhere, such as in an open dialog, stays.
 */
export function useScreenStart(screen: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each screen
  useEffect(() => {
    if (document.activeElement === document.body) toScreenStart();
    else window.scrollTo(0, 0);
  }, [screen]);
}

/** To the top, with the focus on the heading. */
export function toScreenStart(): void {
  window.scrollTo(0, 0);
  document.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
}
