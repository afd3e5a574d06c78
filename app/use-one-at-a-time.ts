"use client";

import { useEffect, useMemo, useRef } from "react";

/** Work that can be given up: the next one gives up the one before, and so does whoever leaves the page. */
export function useOneAtATime() {
  const current = useRef<AbortController | null>(null);
  useEffect(() => () => current.current?.abort(), []);
  return useMemo(
    () => ({
      /** Gives up what was begun before; the signal says once this one is given up as well. */
      begin(): AbortSignal {
        current.current?.abort();
        current.current = new AbortController();
        return current.current.signal;
      },
      giveUp: () => current.current?.abort(),
    }),
    [],
  );
}
