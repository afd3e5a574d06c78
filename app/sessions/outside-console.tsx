"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/** Pages of one segment which are no session's console. */
const LISTS: ReadonlySet<string> = new Set(["account", "installation", "people"]);

/** The frame of the lists. The console fills the window and has its own bar. */
export function OutsideConsole({ children }: { children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  const [only] = segments;
  return segments.length === 1 && only && !LISTS.has(only) ? null : children;
}
