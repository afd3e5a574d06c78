import PptxGenJS from "pptxgenjs";
import { coloursOfPaper } from "@/exports/colours";
import { type Drawings, drawingsIn } from "@/exports/drawings";
import { type Pixels, pixelsOf } from "@/exports/png";
import { settled } from "@/exports/settled";
import { linesOf } from "@/lib/one-line";
import type { SummaryBlocks } from "@/lib/summary/blocks";
import { dayOf } from "@/lib/summary/day-of";
import { runsRightToLeft } from "@/lib/summary/direction";
import type { TellStep } from "@/lib/summary/document-steps";
import {
  type Drawn,
  foldedPiece,
  type Line,
  type PieceFold,
  type SheetBars,
  sheetOf,
} from "@/lib/summary/pieces";
import { wordsOfFiles } from "@/lib/summary/words-of-files";

/** Inches: a wide slide, and where on it something may stand. */
const SLIDE = { width: 13.333, height: 7.5 };
const LEFT = 0.7;
const WIDTH = SLIDE.width - 2 * LEFT;
const TOP = 1.45;
const BOTTOM = 6.85;

/** Fonts that every office has or replaces by one of equal widths. */
const SANS = "Calibri";
const SERIF = "Georgia";

/** Points of type, by what it is for: nothing on a slide is smaller. */
const SIZE = { takeaway: 24, text: 18, note: 14 } as const;

/** From so many characters on the facilitator's own words are set as other text is. */
const LONG_TAKEAWAY = 450;

/** How much wider than high letters are together, and how far lines lie apart: both on the safe side. */
const LETTER = 0.48;
const LINE = 1.32;
const POINTS_PER_INCH = 72;

/** Inches between what stands below each other. */
const GAP = 0.1;

/** Rows of a table that surely fit on a slide below its title. */
const ROWS_MAX = 13;

/** Something that takes this much height, and is put down where there is room. */
interface Item {
  height: number;
  isHeading?: boolean;
  put(slide: PptxGenJS.Slide, top: number): void;
}

/** Where the title of a slide stands, in inches, and how large it is, in points: that of the first one, and of all others. */
const TITLES = {
  first: { y: 1.4, h: 1.8, size: 40 },
  section: { y: 0.5, h: 0.75, size: 28 },
};

/** The summary as slides: a title, then each section on as many as it takes. Equal bytes for equal summaries. */
export async function toPptx(
  summary: SummaryBlocks,
  root: string,
  tell: TellStep = () => {},
): Promise<Buffer> {
  const t = wordsOfFiles(summary.language);
  const colours = coloursOfPaper(root);
  const { sections, title } = sheetOf(summary);
  const language = summary.language === "de" ? "de-DE" : "en-GB";
  const show = new PptxGenJS();
  show.layout = "LAYOUT_WIDE";
  show.title = oneLineOf(title);
  show.author = t("common.appName");
  show.company = t("common.appName");
  show.theme = { headFontFace: SERIF, bodyFontFace: SANS };
  const fold = foldWith({
    ...{ colours, language, draw: drawingsIn(colours) },
    pixels: await pixelsOf(root),
  });
  // What is a title for whoever hears the slides, or sees them as an outline, and not only large.
  for (const [name, { y, h }] of Object.entries(TITLES)) {
    show.defineSlideMaster({
      title: name,
      background: { color: hex(colours.paper) },
      objects: [
        { placeholder: { options: { name, type: "title", x: LEFT, y, w: WIDTH, h }, text: "" } },
      ],
    });
  }
  const slideWith = (heading: string, name: keyof typeof TITLES) => {
    const slide = show.addSlide({ masterName: name });
    const isRightToLeft = runsRightToLeft(heading);
    slide.addText(oneLineOf(heading), {
      ...{ placeholder: name, margin: 0, valign: "bottom", fit: "shrink" },
      ...{ fontFace: SERIF, fontSize: TITLES[name].size, color: hex(colours.ink), lang: language },
      ...{ rtlMode: isRightToLeft, align: isRightToLeft ? "right" : "left" },
    });
    slide.addText(oneLineOf(`${t("common.appName")} · ${title}`), {
      ...{ x: LEFT, y: 7, w: WIDTH - 1, h: 0.3, margin: 0 },
      ...{ fontFace: SANS, fontSize: 11, color: hex(colours["ink-2"]), lang: language },
    });
    slide.slideNumber = {
      ...{ x: SLIDE.width - LEFT - 0.6, y: 7, w: 0.6, h: 0.3, align: "right" },
      ...{ fontFace: SANS, fontSize: 11, color: hex(colours["ink-2"]) },
    };
    return slide;
  };
  for (const [number, { title: name, pieces }] of sections.entries()) {
    tell({ step: "section", at: number + 1, of: sections.length });
    const items = pieces.flatMap((piece) => foldedPiece(fold, piece));
    // The head is the title slide: the workshop's name, and what is known of it.
    const isHead = name === null;
    let top = isHead ? 3.5 : TOP;
    let slide = isHead ? slideWith(title, "first") : slideWith(name, "section");
    for (const [at, item] of items.entries()) {
      if (top > TOP && top + heightWithNext(items, at) > BOTTOM) {
        slide = slideWith(`${name ?? title} ${t("exports.continued")}`, "section");
        top = TOP;
      }
      item.put(slide, top);
      top += item.height + GAP;
    }
  }
  tell({ step: "together" });
  const made = await show.write({ outputType: "nodebuffer" });
  if (!Buffer.isBuffer(made)) throw new TypeError("The slides came in another type than asked for");
  return Buffer.from(settled(made, dayOf(summary)));
}

/** Inches of an item; a heading stands with what it is for. */
function heightWithNext(items: readonly Item[], at: number): number {
  const item = items[at];
  if (!item) return 0;
  return item.height + (item.isHeading ? GAP + heightWithNext(items, at + 1) : 0);
}

/** Several items as one, where one slide holds them all. */
function together(items: readonly Item[]): Item[] {
  const height = items.reduce((sum, each) => sum + each.height + GAP, -GAP);
  if (height > BOTTOM - TOP) return [...items];
  return [
    {
      height,
      put(slide, top) {
        let y = top;
        for (const each of items) {
          each.put(slide, y);
          y += each.height + GAP;
        }
      },
    },
  ];
}

const hex = (colour: string | undefined): string => (colour ?? "#000000").slice(1);

const oneLineOf = (text: string): string => linesOf(text).join(" ");

/** Inches that a text takes when it is set this wide. */
function heightOf(text: string, size: number, width: number): number {
  const perLine = Math.max(1, Math.floor((width * POINTS_PER_INCH) / (size * LETTER)));
  const lines = linesOf(text).reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine)),
    0,
  );
  return (lines * size * LINE) / POINTS_PER_INCH;
}

interface Tools {
  colours: Readonly<Record<string, string>>;
  /** As Office names it. */
  language: string;
  draw: Drawings;
  pixels(svg: string): Pixels | null;
}

interface Look {
  size?: number;
  colour?: string;
  isBold?: boolean;
  font?: string;
  indent?: number;
  width?: number;
  align?: "left" | "right" | "center";
  isHeading?: boolean;
}

/** Where the line before somebody's words stands, and how far they are set in. */
const QUOTE = { line: 0.05, indent: 0.25 };

/** Where bars and their numbers stand, and how high a bar is. */
const BARS = { at: 5.4, width: 3.6, height: 0.22, number: 2.8 };

/** Inches per pixel of a drawing: twice as large as on the page, to be read from afar. */
const DRAWN = 2 / 96;
const MARK = 0.18;

function foldWith({ colours, language, draw, pixels }: Tools): PieceFold<Item[]> {
  const quiet = colours["ink-2"];
  const write = (
    slide: PptxGenJS.Slide,
    words: string,
    at: { x: number; y: number; w: number; h: number },
    { size = SIZE.text, colour = colours.ink, isBold = false, font = SANS, align }: Look = {},
  ) => {
    slide.addText(linesOf(words).join("\n"), {
      ...{ ...at, margin: 0, valign: "top", fontFace: font, fontSize: size, bold: isBold },
      ...{ color: hex(colour), lang: language },
      rtlMode: runsRightToLeft(words),
      align: align ?? (runsRightToLeft(words) ? "right" : "left"),
    });
  };
  const text = (words: string, look: Look = {}): Item => {
    const { size = SIZE.text, indent = 0, width = WIDTH, isHeading = false } = look;
    const height = heightOf(words, size, width - indent);
    return {
      ...{ height, isHeading },
      put: (slide, y) =>
        write(slide, words, { x: LEFT + indent, y, w: width - indent, h: height }, look),
    };
  };
  const heading = (words: string): Item => text(words, { isBold: true, isHeading: true });
  const note = (words: string): Item => text(words, { size: SIZE.note, colour: quiet });
  /** Words that somebody wrote, with a line before them. */
  const quoted = (words: string, colour: string | undefined, look: Look = {}): Item => {
    const inner = text(words, { indent: QUOTE.indent, ...look });
    return {
      ...inner,
      put(slide, y) {
        slide.addShape("rect", {
          ...{ x: LEFT, y, w: QUOTE.line, h: inner.height },
          fill: { color: hex(colour) },
        });
        inner.put(slide, y);
      },
    };
  };
  const facts = (lines: readonly Line[]): Item[] =>
    lines.length === 0
      ? []
      : [
          text(lines.map(({ label, value }) => `${label}: ${value}`).join("   "), {
            size: SIZE.note,
            colour: quiet,
          }),
        ];
  /** A drawing as large as it is on the page at least. Nothing where this machine can't make pixels. */
  const drawing = (drawn: Drawn, alt: string, width: number | null = null): Item[] => {
    const made = pixels(draw.figure(drawn));
    if (!made) return [];
    const scale = width === null ? DRAWN : width / made.width;
    const [w, h] = [made.width * scale, made.height * scale];
    const data = `image/png;base64,${made.png.toString("base64")}`;
    return [
      {
        height: h,
        put: (slide, y) => slide.addImage({ data, x: LEFT, y, w, h, altText: oneLineOf(alt) }),
      },
    ];
  };
  /** Framed where it says how much of a whole is filled. */
  const bars = ({ caption, bars: each, isDashed }: SheetBars, isFramed: boolean): Item[] => [
    ...(caption === null ? [] : [{ ...note(caption), isHeading: true }]),
    ...each.map(({ label, share, reading }): Item => {
      const names = BARS.at - LEFT - 0.2;
      const height = Math.max(0.34, heightOf(label, SIZE.note + 1, names));
      const x = BARS.at;
      return {
        height,
        put(slide, y) {
          write(slide, label, { x: LEFT, y, w: names, h: height }, { size: SIZE.note + 1 });
          const shape = { y: y + 0.03, h: BARS.height };
          if (isFramed) {
            slide.addShape("rect", {
              ...{ x, w: BARS.width, ...shape },
              line: { color: hex(colours.edge), width: 0.75 },
            });
          }
          const w = BARS.width * share;
          if (w > 0) {
            slide.addShape("rect", {
              ...{ x, w, ...shape },
              ...(isDashed
                ? { line: { color: hex(colours.ink), width: 1.25, dashType: "dash" } }
                : { fill: { color: hex(colours.accent) } }),
            });
          }
          write(
            slide,
            reading,
            { x: x + BARS.width + 0.15, y, w: BARS.number, h: height },
            { size: SIZE.note, isBold: true },
          );
        },
      };
    }),
  ];
  const table = (head: readonly string[], rows: readonly (readonly string[])[]): Item => {
    const row = 0.36;
    const border = { type: "solid" as const, pt: 0.75, color: hex(colours.line) };
    const none = { type: "none" as const };
    const cellsOf = (cells: readonly string[], isHead: boolean) =>
      cells.map((cell, at) => ({
        text: oneLineOf(cell),
        options: {
          ...{ bold: isHead, align: at === 0 ? ("left" as const) : ("right" as const) },
          border: [none, none, border, none] satisfies [unknown, unknown, unknown, unknown],
        },
      }));
    const other = 1.7;
    return {
      height: row * (rows.length + 1),
      put: (slide, y) =>
        slide.addTable([cellsOf(head, true), ...rows.map((cells) => cellsOf(cells, false))], {
          ...{ x: LEFT, y, w: WIDTH, rowH: row, margin: 0.04 },
          ...{ fontFace: SANS, fontSize: SIZE.note, color: hex(colours.ink) },
          colW: head.map((_, at) => (at === 0 ? WIDTH - other * (head.length - 1) : other)),
        }),
    };
  };
  const fold: PieceFold<Item[]> = {
    heading: ({ text: words }) => [heading(words)],
    case: ({ text: words }) => [
      { ...quoted(words, colours.edge, { font: SERIF }), isHeading: true },
    ],
    paragraph: ({ text: words }) => [text(words)],
    note: ({ text: words }) => [note(words)],
    takeaway: ({ text: words }) => [
      quoted(words, colours.accent, {
        font: SERIF,
        size: words.length > LONG_TAKEAWAY ? SIZE.text : SIZE.takeaway,
      }),
    ],
    facts: (piece) => facts(piece.facts),
    quotes: ({ quotes }) => quotes.map((each) => quoted(each, colours.edge)),
    list: ({ items }) => items.map((item) => text(`•  ${item}`, { size: SIZE.note })),
    table: ({ head, rows }) => {
      const parts = Math.ceil(rows.length / ROWS_MAX);
      const each = Math.ceil(rows.length / Math.max(1, parts));
      return Array.from({ length: parts }, (_, at) =>
        table(head, rows.slice(at * each, (at + 1) * each)),
      );
    },
    bars: (piece) => bars(piece, false),
    views: (piece) => bars(piece, true),
    counts: ({ counts }) => [
      text(counts.map(({ label, value }) => `${value} ${label}`).join(" · ")),
    ],
    question: ({ question, drawings, ends, beside }) =>
      together([
        heading(question),
        note(ends.reading),
        ...drawings.flatMap(({ drawn, alt, caption, facts: lines }) => [
          ...(caption === null ? [] : [text(caption, { size: SIZE.note + 1, isHeading: true })]),
          ...drawing(drawn, alt),
          ...facts(lines),
        ]),
        ...beside.flatMap((piece) => foldedPiece(fold, piece)),
      ]),
    shares: ({ question, picture, shares, notes }) => [
      heading(question),
      ...drawing(picture.drawn, picture.alt, WIDTH),
      ...shares.map(({ label, reading, mark }): Item => {
        const line = text(`${label}: ${reading}`, { indent: 0.35 });
        const [square] = drawing(mark, label, MARK);
        return {
          height: line.height,
          put(slide, y) {
            square?.put(slide, y + 0.07);
            line.put(slide, y);
          },
        };
      }),
      ...notes.map(note),
    ],
    quarters: ({ question, across, up, quarters, notes }) => [
      heading(question),
      quartersOf({ across, up, quarters }),
      ...notes.map(note),
    ],
  };
  const quartersOf = ({
    across,
    up,
    quarters,
  }: Pick<Parameters<typeof fold.quarters>[0], "across" | "up" | "quarters">): Item => {
    const line = 0.3;
    const cell = { w: 3.4, h: 1.35 };
    const small = { size: SIZE.note, colour: quiet };
    return {
      height: 2 * cell.h + 3 * line,
      put(slide, y) {
        const full = { x: LEFT, w: 2 * cell.w, h: line };
        write(slide, up.high, { ...full, y }, { ...small, align: "center" });
        for (const [at, { label, value, picture }] of quarters.entries()) {
          const x = LEFT + (at % 2) * cell.w;
          const top = y + line + Math.floor(at / 2) * cell.h;
          slide.addShape("rect", {
            ...{ x, y: top, ...cell },
            line: { color: hex(colours.edge), width: 0.75 },
          });
          const drawn = picture ? pixels(draw.figure(picture.drawn)) : null;
          if (drawn) {
            slide.addImage({
              data: `image/png;base64,${drawn.png.toString("base64")}`,
              ...{ x: x + 0.15, y: top + 0.2, w: 0.95, h: 0.95 },
              altText: oneLineOf(picture?.alt ?? ""),
            });
          }
          const words = { x: x + 1.2, w: cell.w - 1.3, y: top + 0.4, h: 0.6 };
          write(slide, `${label}: ${value}`, words, { size: SIZE.note, isBold: true });
        }
        write(slide, up.low, { ...full, y: y + line + 2 * cell.h }, { ...small, align: "center" });
        const last = y + 2 * line + 2 * cell.h;
        write(slide, across.low, { ...full, y: last }, small);
        write(slide, across.high, { ...full, y: last }, { ...small, align: "right" });
      },
    };
  };
  return fold;
}
