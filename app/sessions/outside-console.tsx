"use client";

import { useParams, useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

/** The frame of all pages but those that fill the window and have a bar of their own: the console, and a plan's. */
export function OutsideConsole({ children }: { children: ReactNode }) {
  const segments = useSelectedLayoutSegments();
  const { id, plan } = useParams();
  const open = segments.join("/");
  return open === id || open === `plans/${plan}` ? null : children;
}
