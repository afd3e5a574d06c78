"use client";

import { useEffect, useRef, useState } from "react";
import type { RowsRead } from "@/lib/activities/roleplay/record";
import type { RoleplayDeskProps } from "@/lib/activities/roleplay/screens";
import type { PadColumn } from "@/lib/documents/pad";

/** Rows that the room reads, one's own last choice included: a second box may be ticked before the server has answered. */
export function useChosenRows({ record, act }: Pick<RoleplayDeskProps, "record" | "act">): {
  shown: RowsRead;
  toggle: (column: PadColumn, text: string) => void;
} {
  const [wanted, setWanted] = useState<RowsRead | null>(null);
  /** How many choices have not been answered yet. */
  const open = useRef(0);
  const shown = wanted ?? record.rows;

  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the room reads something else, also by another console
  useEffect(() => {
    if (open.current === 0) setWanted(null);
  }, [record.rows]);

  async function choose(rows: RowsRead): Promise<void> {
    setWanted(rows);
    open.current += 1;
    const isTaken = await act({ type: "showRows", rows });
    open.current -= 1;
    // The answer to an earlier choice says nothing of the one that was made since.
    if (open.current > 0) return;
    // What was taken comes with the next view, which may be here already.
    if (!isTaken || JSON.stringify(latest.current) === JSON.stringify(rows)) setWanted(null);
  }
  const latest = useRef(record.rows);
  latest.current = record.rows;

  return {
    shown,
    toggle(column, text) {
      const rows = shown[column];
      const next = rows.includes(text) ? rows.filter((row) => row !== text) : [...rows, text];
      void choose({ ...shown, [column]: next });
    },
  };
}
