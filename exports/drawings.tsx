import type { ComponentType, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import type { SignShape } from "@/lib/sign-shapes";
import type { Drawn } from "@/lib/summary/pieces";
import {
  CircleGlyph,
  DiamondGlyph,
  SquareGlyph,
  TriangleGlyph,
  UpdraftGlyph,
} from "@/lib/ui/drawn/drawings";
import { FigureDrawing } from "@/lib/ui/drawn/figure-drawing";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";
import { QrCode } from "@/lib/ui/qr-code";

export type Drawings = ReturnType<typeof drawingsIn>;

/** A bar is drawn as wide as the page's text and as high as its type, in the pixels of the screens. */
const BAR = { width: 674, height: 24 };

const SIGNS: Readonly<Record<SignShape, ComponentType<GlyphProps>>> = {
  circle: CircleGlyph,
  triangle: TriangleGlyph,
  square: SquareGlyph,
  diamond: DiamondGlyph,
};

/** Drawings of the screens as files, in the given colours. */
export function drawingsIn(colours: Readonly<Record<string, string>>) {
  const file = (drawing: ReactNode, size?: { width: number; height: number }): string =>
    renderToStaticMarkup(drawing)
      .replace(/ (class|aria-hidden)="[^"]*"/g, "")
      .replace(
        /^<svg/,
        `<svg xmlns="http://www.w3.org/2000/svg" font-family="Source Sans 3"${size ? ` width="${size.width}" height="${size.height}"` : ""}`,
      )
      .replaceAll("currentColor", "var(--ink)")
      .replace(/var\(--([\w-]+)\)/g, (_, name: string) => colours[name] ?? "none");

  return {
    mark: (): string =>
      file(<UpdraftGlyph className="" />).replaceAll(colours.ink ?? "", colours.accent ?? ""),

    /** A group's shape, to be seen across a room. */
    sign(shape: SignShape): string {
      const Shape = SIGNS[shape];
      return file(<Shape className="" />);
    },

    qr: (url: string, label: string): string => file(<QrCode label={label} url={url} />),

    /** What a summary draws. */
    figure: (drawn: Drawn): string =>
      file(<FigureDrawing drawn={drawn} />, drawn.draws === "shares" ? BAR : undefined),

    bar: (share: number, isDashed: boolean): string =>
      file(<SingleBar isDashed={isDashed} share={share} />, SINGLE),
  };
}

/** One bar of several, as far as it is filled, in the pixels of the screens. */
const SINGLE = { width: 170, height: 14 };
const INSET = 1;

/** One bar beside its number, for programs that draw none in a line of text. */
function SingleBar({ share, isDashed }: { share: number; isDashed: boolean }) {
  const width = Math.max(0, (SINGLE.width - 2 * INSET) * share);
  return (
    <svg aria-hidden viewBox={`0 0 ${SINGLE.width} ${SINGLE.height}`}>
      <rect
        fill={isDashed ? "none" : "var(--accent)"}
        height={SINGLE.height - 2 * INSET}
        rx={2}
        stroke={isDashed ? "var(--ink)" : "none"}
        strokeDasharray="4 3"
        width={width}
        x={INSET}
        y={INSET}
      />
    </svg>
  );
}
