"use client";

import type { ReactNode } from "react";
import { NextGlyph } from "@/lib/ui/drawn/drawings";
import { useOpened } from "@/lib/ui/opened";

export interface DisclosureProps {
  title: string;
  /** Where several have one title. */
  name?: string;
  /** Uncovered from the start. */
  open?: boolean;
  children: ReactNode;
}

/** Something covered until it is tapped. */
export function Disclosure({ title, name = title, open: uncovered, children }: DisclosureProps) {
  // From then on it is the reader's: what is typed inside must not close it.
  const [open, setOpen] = useOpened(`disclosure/${name}`, uncovered);
  return (
    <details
      className="group rounded-card border border-line bg-surface px-4"
      onToggle={(event) => setOpen(event.currentTarget.open)}
      open={open}
    >
      <summary className="flex min-h-12 list-none items-center justify-between gap-3 py-2 font-semibold [&::-webkit-details-marker]:hidden">
        <h2>{title}</h2>
        <NextGlyph className="rotate-90 text-ink-2 transition-transform group-open:-rotate-90" />
      </summary>
      <div className="pb-3">{children}</div>
    </details>
  );
}
