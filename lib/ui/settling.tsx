"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { isSettled, SETTLE_MS } from "@/lib/ui/arming";

/** When what buttons do below here changed last, as `performance.now()` counts. */
const ChangedAt = createContext(Number.NEGATIVE_INFINITY);

export interface SettlingProps {
  /** What a press means: the phase of the session, the step of a button. */
  of: string;
  children: ReactNode;
}

/** Keeps buttons below from being pressed for something else than what was seen on them. */
export function Settling({ of, children }: SettlingProps) {
  const outer = useContext(ChangedAt);
  // What is there from the beginning has not changed.
  const [own, setOwn] = useState({ of, at: Number.NEGATIVE_INFINITY });
  if (own.of !== of) setOwn({ of, at: performance.now() });
  return <ChangedAt value={Math.max(outer, own.at)}>{children}</ChangedAt>;
}

/** When the last change was, and whether it has been there long enough by now. */
export function useSettled(): { changedAt: number; settled: boolean } {
  const changedAt = useContext(ChangedAt);
  const [settledOf, setSettledOf] = useState(() =>
    isSettled(changedAt, performance.now()) ? changedAt : null,
  );
  useEffect(() => {
    const left = Math.max(0, Math.ceil(changedAt + SETTLE_MS - performance.now()));
    const timer = setTimeout(() => setSettledOf(changedAt), left);
    return () => clearTimeout(timer);
  }, [changedAt]);
  return { changedAt, settled: settledOf === changedAt };
}
