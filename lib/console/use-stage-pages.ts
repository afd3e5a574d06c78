"use client";

import { useCallback, useState } from "react";
import { showsPages } from "@/lib/console/stage-change";
import type { StageRecord } from "@/lib/session/view-schema";

export interface StagePages {
  /** Pages the stage can turn to. */
  pages: number;
  /** The first page, counted from 0, that the room has not seen and is meant to; null where it has seen all. */
  unseen: number | null;
  /** Told by the stage's copy on the console; of all pages the room is meant to see so many, from the first. */
  setPages: (pages: number, needed?: number) => void;
  /** The room need not see the rest. */
  waive: () => void;
}

const upTo = (page: number): number[] => Array.from({ length: page + 1 }, (_, each) => each);

/** The stage's pages at one place of the session: how many, and which the room has seen. */
export function useStagePages(place: string, stage: StageRecord): StagePages {
  const [told, setTold] = useState({ place, pages: 1, needed: 1 });
  const [waived, setWaived] = useState<string | null>(null);
  const pages = told.place === place ? Math.max(1, told.pages) : 1;
  const shown = showsPages(stage) ? stage.page : null;
  // Whoever opens the console in the middle has seen what came before, as far as it can know.
  const begin = () => ({ place, pages: new Set(upTo(shown ?? stage.page - 1)) });
  const [seen, setSeen] = useState(begin);
  if (seen.place !== place) setSeen(begin());
  else if (shown !== null && !seen.pages.has(shown)) {
    setSeen({ place, pages: new Set([...seen.pages, shown]) });
  }
  const setPages = useCallback(
    (count: number, needed = count) => setTold({ place, pages: count, needed }),
    [place],
  );
  const waive = useCallback(() => setWaived(place), [place]);
  const needed = Math.min(pages, told.needed);
  const isOpen = needed > 1 && waived !== place;
  const unseen = isOpen ? upTo(needed - 1).find((page) => !seen.pages.has(page)) : undefined;
  return { pages, unseen: unseen ?? null, setPages, waive };
}
