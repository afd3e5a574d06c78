import type { ComponentType } from "react";
import { ChairsGlyph, ForkGlyph, ViewsGlyph } from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";

/** What each ready-made workshop is drawn as; one without a drawing of its own is a plan like any other. */
const GLYPHS: Readonly<Record<string, ComponentType<GlyphProps>>> = {
  "first-aid-after-a-no": ForkGlyph,
  "other-chairs": ChairsGlyph,
};

/** The small drawing beside the title of a ready-made workshop. */
export function TemplateGlyph({ id, className = "" }: { id: string; className?: string }) {
  const Glyph = GLYPHS[id] ?? ViewsGlyph;
  return <Glyph className={`size-7! ${className}`} />;
}
