"use client";

import { useQuery } from "@tanstack/react-query";
import type * as wordLists from "@/lib/series/word-lists";

/** The words of a series, of which most sessions are none: loaded where they are needed; null until then. */
export function useWordLists(isNeeded: boolean): typeof wordLists | null {
  const { data } = useQuery({
    queryKey: ["word-lists"],
    enabled: isNeeded,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () => import("@/lib/series/word-lists"),
  });
  return data ?? null;
}
