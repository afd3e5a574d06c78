"use client";

import { useEffect, useRef, useState } from "react";

export interface Steps {
  /** The question that is asked, from 0. */
  at: number;
  isLast: boolean;
  go(to: number): void;
}

/** One question after the other. Each begins at its heading, which `start` gets into sight and focus. */
export function useSteps(total: number, first: number, start: () => void): Steps {
  const [at, setAt] = useState(first);
  const before = useRef(first);
  useEffect(() => {
    if (before.current === at) return;
    before.current = at;
    start();
  });
  const last = total - 1;
  return { at: Math.min(at, last), isLast: at >= last, go: setAt };
}
