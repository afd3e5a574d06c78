import type { ReactNode } from "react";
import { Drawing } from "@/lib/ui/drawn/drawing";

export interface GlyphProps {
  className?: string;
}

/** A small drawing beside the words that say the same, on a grid of 24. */
export function Glyph({ className = "", children }: GlyphProps & { children: ReactNode }) {
  return (
    <Drawing className={`size-6 shrink-0 ${className}`} viewBox="0 0 24 24">
      {children}
    </Drawing>
  );
}
