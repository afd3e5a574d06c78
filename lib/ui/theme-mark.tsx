import type { ComponentType } from "react";
import type { ThemeColour } from "@/lib/activities/theme-colour";
import { CircleGlyph, SquareGlyph, TriangleGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

/** A shape for each colour, so that whoever sees no colours tells groups apart all the same. */
const MARKS: Readonly<Record<ThemeColour, { Glyph: ComponentType<GlyphProps>; ink: string }>> = {
  green: { Glyph: CircleGlyph, ink: "text-accent" },
  ochre: { Glyph: TriangleGlyph, ink: "text-ochre" },
  brick: { Glyph: SquareGlyph, ink: "text-brick" },
};

/** The colour of a group as a shape in that colour, beside its name; nothing where it has none. */
export function ThemeMark({ colour, className = "" }: { colour: ThemeColour | null } & GlyphProps) {
  if (colour === null) return null;
  const { Glyph, ink } = MARKS[colour];
  return <Glyph className={`${ink} ${className}`} />;
}
