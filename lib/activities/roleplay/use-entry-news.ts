"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { SharedPad } from "@/lib/client/use-shared-pad";
import { PAD_COLUMNS, type PadColumn } from "@/lib/documents/pad";

/** Whoever listens to a sheet hears of others' entries this often at most. */
const SAID_EVERY_MS = 10_000;

/** How many entries others have put into a column since it was last said. */
export interface EntryNews {
  column: PadColumn;
  n: number;
}

/** New entries of others, to be said aloud; of one's own `noteOwn` is told as soon as they are added. */
export function useEntryNews({ state, columns }: SharedPad): {
  news: readonly EntryNews[];
  noteOwn(): void;
} {
  const [news, setNews] = useState<readonly EntryNews[]>([]);
  const before = useRef<SharedPad["columns"] | null>(null);
  const waiting = useRef(new Map<PadColumn, number>());
  const own = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    if (state === "opening") return;
    const last = before.current;
    before.current = columns;
    if (last === null) return;
    for (const column of PAD_COLUMNS) {
      const known = new Set(last[column].map(({ key }) => key));
      // Where the sheet was opened anew each entry has another key.
      const read = new Set(last[column].map(({ text }) => text));
      for (const { key, text } of columns[column]) {
        if (known.has(key) || read.has(text)) continue;
        if (own.current > 0) own.current -= 1;
        else waiting.current.set(column, (waiting.current.get(column) ?? 0) + 1);
      }
    }
    function say(): void {
      timer.current = undefined;
      if (waiting.current.size === 0) return;
      setNews([...waiting.current].map(([column, n]) => ({ column, n })));
      waiting.current.clear();
      timer.current = setTimeout(say, SAID_EVERY_MS);
    }
    if (timer.current === undefined) say();
  }, [state, columns]);

  useEffect(() => () => clearTimeout(timer.current), []);

  const noteOwn = useCallback(() => {
    own.current += 1;
  }, []);
  return { news, noteOwn };
}
