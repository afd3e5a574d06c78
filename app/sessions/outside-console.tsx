"use client";

import { useParams, useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/** The frame of all pages but the console, which fills the window and has its own bar. */
export function OutsideConsole({ children }: { children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  const { id } = useParams();
  const [only] = segments;
  return segments.length === 1 && only === id ? null : children;
}
