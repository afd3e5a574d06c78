import type { ComponentType } from "react";
import { CircleGlyph, DiamondGlyph, SquareGlyph, TriangleGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

/** By turns, from group A on. A letter is never without its shape: neither needs a colour. */
const SHAPES: readonly { Glyph: ComponentType<GlyphProps>; letterAt: string }[] = [
  { Glyph: CircleGlyph, letterAt: "top-1/2" },
  // Its middle lies lower than that of its box.
  { Glyph: TriangleGlyph, letterAt: "top-[62%]" },
  { Glyph: SquareGlyph, letterAt: "top-1/2" },
  { Glyph: DiamondGlyph, letterAt: "top-1/2" },
];

const FIRST_LETTER = "A".charCodeAt(0);

function shapeOf(letter: string) {
  const at = Math.max(0, letter.charCodeAt(0) - FIRST_LETTER);
  const shape = SHAPES[at % SHAPES.length] ?? SHAPES[0];
  if (!shape) throw new Error("There are no shapes");
  return shape;
}

/** A group's shape, small, beside its letter. */
export function GroupGlyph({ letter, className }: { letter: string } & GlyphProps) {
  const { Glyph } = shapeOf(letter);
  return className === undefined ? <Glyph /> : <Glyph className={className} />;
}

/** A group's shape with its letter inside, as large as the box it is put in: to be held up, and seen across a room. */
export function GroupSign({ letter, className = "" }: { letter: string; className?: string }) {
  const { Glyph, letterAt } = shapeOf(letter);
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
