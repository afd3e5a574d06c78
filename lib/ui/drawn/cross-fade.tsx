"use client";

import { type ReactNode, useEffect, useState } from "react";

/** As long as `fade-in` takes. */
const CROSS_FADE_MS = 320;

/**
 * A drawing that becomes another one as a whole: nothing in it moves or arrives by itself. Afterwards nothing is
 * left of the one before, so that screens side by side are the same.
 */
export function CrossFade({
  of,
  children,
}: {
  /** What it shows. */ of: string;
  children: ReactNode;
}) {
  const [shown, setShown] = useState({ of, drawing: children });
  const [before, setBefore] = useState<ReactNode>(null);
  if (shown.of !== of) {
    setBefore(shown.drawing);
    setShown({ of, drawing: children });
  }
  useEffect(() => {
    if (before === null) return;
    const timer = setTimeout(() => setBefore(null), CROSS_FADE_MS);
    return () => clearTimeout(timer);
  }, [before]);
  const isChanging = before !== null;
  return (
    <div className="relative">
      <div className={isChanging ? "fade-in" : undefined} key={of}>
        {children}
      </div>
      {isChanging ? (
        <div className="fade-in absolute inset-0 [animation-direction:reverse] motion-reduce:hidden">
          {before}
        </div>
      ) : null}
    </div>
  );
}
