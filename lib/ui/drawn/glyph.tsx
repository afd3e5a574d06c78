import type { ReactNode } from "react";

/** Sizes in px; drawings are made on a grid of 24. */
const SIZES = { 16: "size-4", 20: "size-5", 24: "size-6", 40: "size-10" } as const;
/** Lines keep about their width on screen, whatever the size: thinner ones break up. */
const STROKES = { 16: 1.75, 20: 1.75, 24: 1.75, 40: 1.2 } as const;

export interface GlyphProps {
  size?: keyof typeof SIZES;
  className?: string;
}

/** A small drawing beside the words that say the same; it takes the colour of its text. */
export function Glyph({
  size = 20,
  className = "",
  children,
}: GlyphProps & { children: ReactNode }) {
  return (
    <svg
      aria-hidden
      className={`shrink-0 ${SIZES[size]} ${className}`}
      fill="none"
      stroke="currentColor"
      strokeLinecap="round"
      strokeLinejoin="round"
      strokeWidth={STROKES[size]}
      viewBox="0 0 24 24"
    >
      {children}
    </svg>
  );
}
