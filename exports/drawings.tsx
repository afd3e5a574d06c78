import type { ComponentType, ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import type { SignShape } from "@/lib/sign-shapes";
import type { QuartersFigure, RatingFigure, SharesFigure, ShiftFigure } from "@/lib/summary/blocks";
import { Arc, ArcMark } from "@/lib/ui/drawn/arc";
import {
  CircleGlyph,
  DiamondGlyph,
  SquareGlyph,
  TriangleGlyph,
  UpdraftGlyph,
} from "@/lib/ui/drawn/drawings";
import type { GlyphProps } from "@/lib/ui/drawn/glyph";
import { Spread } from "@/lib/ui/drawn/spread";
import { QrCode } from "@/lib/ui/qr-code";
import { Swarm } from "@/lib/ui/quarters";
import { ShareMark, StackedBar } from "@/lib/ui/stacked-bar";

/** A drawing as a file of its own, with the words that say the same. */
export interface Drawn {
  svg: string;
  alt: string;
}

export type Drawings = ReturnType<typeof drawingsIn>;

/** A bar is drawn as wide as the page's text and as high as its type, in the pixels of the screens. */
const BAR = { width: 674, height: 24 };

const SIGNS: Readonly<Record<SignShape, ComponentType<GlyphProps>>> = {
  circle: CircleGlyph,
  triangle: TriangleGlyph,
  square: SquareGlyph,
  diamond: DiamondGlyph,
};

/** The charts of the page, as files: the same drawings, in the given colours. */
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

    rating: ({ median, middleHalf }: Pick<RatingFigure, "median" | "middleHalf">): Drawn => ({
      svg: file(<Spread last={SCORE_MAX} median={median.at} {...middleHalf} />),
      alt: said([median, middleHalf]),
    }),

    shift: ({ before, after }: NonNullable<ShiftFigure["medians"]>): Drawn => ({
      svg: file(
        <Arc last={SCORE_MAX} room={{ before: before.at, after: after.at }} size="narrow" />,
      ),
      alt: said([before, after]),
    }),

    shiftMark: (when: "before" | "after"): string => file(<ArcMark when={when} />),

    shares: ({ shares }: SharesFigure): Drawn => ({
      svg: file(
        <StackedBar
          className=""
          shares={shares.map(({ label, value, isOther }) => ({ id: label, count: value, isOther }))}
        />,
        BAR,
      ),
      alt: said(shares.map(({ label, reading }) => ({ label, value: reading }))),
    }),

    bar: (share: number, isDashed: boolean): string =>
      file(<SingleBar isDashed={isDashed} share={share} />, SINGLE),

    shareMark: (at: number, isOther: boolean): string =>
      file(<ShareMark at={at} className="" isOther={isOther} />),

    /** As many dots as lie in one quarter, to the measure of the fullest. */
    quarter: (count: number, { quarters }: QuartersFigure): string => {
      const most = Math.max(1, ...quarters.map(({ dots }) => dots ?? 0));
      return file(<Swarm count={count} of={most} />);
    },
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

/** Several facts in one sentence. */
const said = (facts: readonly { label: string; value: string }[]): string =>
  facts.map(({ label, value }) => `${label}: ${value}`).join(", ");
