"use client";

import { useEffect, useRef, useState } from "react";
import { isNothing, type SheetSeen, seeSheet } from "@/lib/activities/roleplay/lost-rows";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import type { SharedPad } from "@/lib/client/use-shared-pad";
import { PAD_ENTRIES_MAX } from "@/lib/documents/limits";
import type { PadColumn } from "@/lib/documents/pad";

const none: RowsRead = { guess: [], know: [], ask: [] };

/**
 * Rows that were taken off a sheet or written over while this page had it open, the newest last; `forget` once they were put
 * back (decision 0115).
 */
export function useLostRows({ columns, state }: SharedPad): { lost: RowsRead; forget(): void } {
  const [lost, setLost] = useState(none);
  const before = useRef<SheetSeen | null>(null);
  useEffect(() => {
    if (state === "opening") return;
    const { seen, lost: gone } = seeSheet(before.current, columns);
    before.current = seen;
    if (isNothing(gone)) return;
    const joined = (known: RowsRead, column: PadColumn) =>
      [...new Set([...known[column], ...gone[column]])].slice(-PAD_ENTRIES_MAX);
    setLost((known) => ({
      guess: joined(known, "guess"),
      know: joined(known, "know"),
      ask: joined(known, "ask"),
    }));
  }, [columns, state]);
  return { lost, forget: () => setLost(none) };
}
