"use client";

import { useEffect, useRef, useState } from "react";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import type { SharedPad } from "@/lib/client/use-shared-pad";
import { PAD_ENTRIES_MAX } from "@/lib/documents/limits";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";

const none: RowsRead = { guess: [], know: [], ask: [] };

/** Rows that were taken off a sheet while this page had it open, the newest last; `forget` once they were put back. */
export function useLostRows({ columns, state }: SharedPad): { lost: RowsRead; forget(): void } {
  const [lost, setLost] = useState(none);
  const before = useRef<SharedPad["columns"] | null>(null);
  useEffect(() => {
    const last = before.current;
    before.current = state === "opening" ? null : columns;
    if (last === null || state === "opening") return;
    const goneOf = (column: PadColumn): string[] => {
      const there = new Set(columns[column].map(({ key }) => key));
      return last[column]
        .filter(({ key, text }) => !there.has(key) && text.trim() !== "")
        .map(({ text }) => text.trim());
    };
    const gone = { guess: goneOf("guess"), know: goneOf("know"), ask: goneOf("ask") };
    if (PAD_COLUMNS.every((column) => gone[column].length === 0)) return;
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
