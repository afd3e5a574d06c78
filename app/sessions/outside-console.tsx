"use client";

import { useParams, useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/** The frame of all pages but those that fill the window: the console, a plan's, and the wall of a series as a stage. */
export function OutsideConsole({ children }: { children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  const { id, plan, wall } = useParams();
  const open = segments.join("/");
  return [id, `plans/${plan}`, `series/${wall}/stage`].includes(open) ? null : children;
}
