import type { ComponentType } from "react";
import { type SignShape, shapeOf } from "@/lib/sign-shapes";
import { CircleGlyph, DiamondGlyph, SquareGlyph, TriangleGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

/** How each shape is drawn, and where a letter stands in it. */
const SHAPES: Readonly<Record<SignShape, { Glyph: ComponentType<GlyphProps>; letterAt: string }>> =
  {
    circle: { Glyph: CircleGlyph, letterAt: "top-1/2" },
    // Its middle lies lower than that of its box.
    triangle: { Glyph: TriangleGlyph, letterAt: "top-[62%]" },
    square: { Glyph: SquareGlyph, letterAt: "top-1/2" },
    diamond: { Glyph: DiamondGlyph, letterAt: "top-1/2" },
  };

/** A group's shape, small, beside its letter. */
export function GroupGlyph({ letter, className }: { letter: string } & GlyphProps) {
  const { Glyph } = SHAPES[shapeOf(letter)];
  return className === undefined ? <Glyph /> : <Glyph className={className} />;
}

/** A group's shape with its letter inside, as large as the box it is put in: to be held up, and seen across a room. */
export function GroupSign({ letter, className = "" }: { letter: string; className?: string }) {
  const { Glyph, letterAt } = SHAPES[shapeOf(letter)];
  return (
    <div aria-hidden className={`relative aspect-square [container-type:inline-size] ${className}`}>
      <Glyph className="size-full!" />
      <span
        className={`absolute start-1/2 -translate-x-1/2 -translate-y-1/2 font-semibold text-[38cqw] leading-none rtl:translate-x-1/2 ${letterAt}`}
      >
        {letter}
      </span>
    </div>
  );
}
