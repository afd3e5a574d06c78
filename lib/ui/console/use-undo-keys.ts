"use client";

import { useEffect, useRef } from "react";
import { undoKey } from "@/lib/ui/console/undo-key";
import { isPageCovered } from "@/lib/ui/is-page-covered";

/** Takes changes back and does them again by key, on the whole page, but where a dialog or a menu lies over it. */
export function useUndoKeys(steps: { undo: () => void; redo: () => void }): void {
  const latest = useRef(steps);
  latest.current = steps;
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent): void {
      if (isPageCovered()) return;
      const back = undoKey(event);
      if (back === null) return;
      event.preventDefault();
      latest.current[back]();
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
