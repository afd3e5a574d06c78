"use client";

import { useCallback, useEffect, useState } from "react";
import type { KeyRefusal } from "@/lib/console/key-command";
import type { IgnoredPress } from "@/lib/ui/arm-button";

/** Why something that was pressed did nothing. */
export type Notice =
  | IgnoredPress
  | KeyRefusal
  | "noCards"
  | "cardsCovered"
  | "noCardChosen"
  | "firstCard"
  | "lastCard"
  | "noteCovered";

export type Say = (notice: Notice | null) => void;

/** Long enough to be read twice; a line that stays says nothing about the next press. */
const NOTICE_MS = 6000;

/** One line about the last press, until it is old or the session has moved on from `place`. */
export function useNotice(place: string): { notice: Notice | null; say: Say } {
  const [said, setSaid] = useState<{ notice: Notice; place: string } | null>(null);
  const say = useCallback(
    (notice: Notice | null) => setSaid(notice === null ? null : { notice, place }),
    [place],
  );
  useEffect(() => {
    if (said === null) return;
    const timer = setTimeout(() => setSaid(null), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [said]);
  return { notice: said?.place === place ? said.notice : null, say };
}
