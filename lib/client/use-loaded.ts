"use client";

import { useEffect, useState } from "react";
import { useLive } from "@/lib/client/live-provider";
import { isServed } from "@/lib/client/newer-release";
import { loadPatiently, type OnNeed } from "@/lib/client/on-need";

/**
 * What few screens need, loaded where one needs it. Where the server hasn't got it any more, the page says that there
 * is a newer release, and loads anew.
 *
 * @returns null as long as it isn't needed or not there yet; without a connection it is tried again
 */
export function useLoaded<Module>(part: OnNeed<Module>, isNeeded: boolean): Module | null {
  const { tellOutdated } = useLive();
  const [, setCome] = useState(0);
  const isMissing = isNeeded && part.current() === null;
  useEffect(() => {
    if (!isMissing) return;
    let isOver = false;
    const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
    void loadPatiently(part, { isServed, wait, isOver: () => isOver }).then((isThere) => {
      if (isOver) return;
      if (isThere) setCome((times) => times + 1);
      else tellOutdated();
    });
    return () => {
      isOver = true;
    };
  }, [part, isMissing, tellOutdated]);
  return isNeeded ? part.current() : null;
}
