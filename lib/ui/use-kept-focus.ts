"use client";

import { useEffect } from "react";

/** What takes the focus inside of a part that keeps it. */
const FIELDS_AND_BUTTONS = "textarea:enabled, input:enabled, button:enabled";

/**
 * Whoever works with the keyboard or by ear stays where they were when what had the focus goes: with a phase,
 * or because it was pressed. Inside of `data-keeps-focus` that is what took its place, elsewhere the screen's
 * heading. A focus that its owner took away, by a click beside it, is not given back.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    /** What had the focus last, and all around it. */
    let path: Element[] = [];
    const remember = (event: FocusEvent) => {
      path = event.composedPath().filter((each) => each instanceof Element);
    };
    const giveBack = () => {
      const [lost] = path;
      if (document.activeElement !== document.body || lost === undefined) return;
      if (lost.isConnected && !lost.matches(":disabled")) return;
      const keeper = path.find((each) => each.isConnected && each.matches("[data-keeps-focus]"));
      const next =
        keeper?.querySelector<HTMLElement>(FIELDS_AND_BUTTONS) ??
        document.querySelector<HTMLElement>("h1[tabindex]");
      next?.focus({ preventScroll: true });
    };
    const left = ({ target }: FocusEvent) => {
      // Only afterwards is it known whether it went, or was left.
      setTimeout(() => {
        giveBack();
        const wasLeft = target === path[0] && document.activeElement === document.body;
        if (wasLeft && path[0]?.isConnected && !path[0].matches(":disabled")) path = [];
      });
    };
    const observer = new MutationObserver(giveBack);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener("focusin", remember);
    document.addEventListener("focusout", left);
    return () => {
      observer.disconnect();
      document.removeEventListener("focusin", remember);
      document.removeEventListener("focusout", left);
    };
  }, []);
}
