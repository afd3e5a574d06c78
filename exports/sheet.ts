import type { Drawings, Drawn } from "@/exports/drawings";
import {
  type BarsBlock,
  type Fold,
  folded,
  type RatingFigure,
  type SectionKey,
  type SummaryBlocks,
} from "@/lib/summary/blocks";

/** Names with values, as they stand in one line. */
export interface Line {
  label: string;
  value: string;
  /** File of the mark before it; null for none. */
  mark: string | null;
}

/** A bar, as far as it is filled. */
export interface SheetBar {
  label: string;
  /** From 0 to 1. */
  share: number;
  reading: string;
}

export interface SheetBars {
  caption: string | null;
  bars: SheetBar[];
  /** Outlined for before, filled for everything else. */
  isDashed: boolean;
}

/** A drawing by the name of its file. */
export interface Picture {
  file: string;
  alt: string;
}

/** One piece of the sheet, in the words that `summary.typ` knows. */
export type Piece =
  | { is: "heading" | "case" | "paragraph" | "note" | "takeaway"; text: string }
  | { is: "facts"; facts: Line[] }
  | { is: "quotes"; quotes: string[] }
  | { is: "list"; items: string[] }
  | { is: "table"; head: string[]; rows: string[][] }
  | ({ is: "bars" | "views" } & SheetBars)
  | {
      is: "question";
      question: string;
      drawings: (Picture & { caption: string | null; facts: Line[] })[];
      ends: { low: string; high: string; reading: string };
      /** On the right of the drawing, from above. */
      beside: Piece[];
    }
  | {
      is: "shares";
      question: string;
      picture: Picture;
      shares: { label: string; reading: string; mark: string }[];
      notes: string[];
    }
  | {
      is: "quarters";
      question: string;
      across: { low: string; high: string };
      up: { low: string; high: string };
      quarters: { label: string; value: string; picture: Picture | null }[];
      notes: string[];
    };

type PieceTypes = { [Each in Piece as Each["is"]]: Each };

/** What a program of an office makes of each piece: a new one doesn't compile until all have an answer. */
export type PieceFold<Made> = {
  readonly [Is in keyof PieceTypes]: (piece: PieceTypes[Is]) => Made;
};

/** What the fold makes of one piece. */
export function foldedPiece<Made, Is extends keyof PieceTypes>(
  fold: PieceFold<Made>,
  piece: { [Each in Is]: PieceTypes[Each] & { is: Each } }[Is],
): Made {
  return fold[piece.is](piece);
}

/** What a sheet is set from: its pieces, and its drawings by the names of their files. */
export interface Sheet {
  title: string;
  sections: { title: string | null; key: SectionKey; number: number | null; pieces: Piece[] }[];
  files: Map<string, string>;
}

/** What the head and the facilitator's own words say has no number, as on the page. */
const UNNUMBERED: ReadonlySet<SectionKey> = new Set(["head", "takeaway"]);

/** A summary as pieces of a sheet of paper. A takeaway that was never written leaves nothing behind. */
export function sheetOf(summary: SummaryBlocks, draw: Drawings): Sheet {
  const files = new Map<string, string>();
  const fileOf = (svg: string): string => {
    const known = [...files].find(([, each]) => each === svg);
    if (known) return known[0];
    const name = `drawing-${files.size + 1}.svg`;
    files.set(name, svg);
    return name;
  };
  let last = 0;
  const sections = summary.sections.flatMap(({ key, title, blocks }): Sheet["sections"] => {
    const pieces = blocks.flatMap((block) => folded(foldOf(key, draw, fileOf), block));
    if (pieces.length === 0) return [];
    if (UNNUMBERED.has(key)) return [{ key, title, number: null, pieces }];
    last += 1;
    return [{ key, title, number: last, pieces }];
  });
  return { title: summary.title, sections, files };
}

function foldOf(
  section: SectionKey,
  draw: Drawings,
  fileOf: (svg: string) => string,
): Fold<Piece[]> {
  const isOfCases = section === "cases";
  const pictureOf = ({ svg, alt }: Drawn): Picture => ({ file: fileOf(svg), alt });
  const notesOf = (notes: readonly string[]) => notes.map((text): Piece => ({ is: "note", text }));
  const factsOf = (facts: readonly { label: string; value: string }[]): Piece => ({
    is: "facts",
    facts: facts.map(lineOf),
  });
  const ratingOf = ({ answers, median, middleHalf }: Omit<RatingFigure, "type" | "ends">) => ({
    drawing: pictureOf(draw.rating({ median, middleHalf })),
    facts: [answers, median, middleHalf],
  });
  return {
    heading: ({ text }) => [{ is: isOfCases ? "case" : "heading", text }],
    paragraph: ({ text }) => [{ is: isOfCases ? "note" : "paragraph", text }],
    note: ({ text }) => [{ is: "note", text }],
    takeaway: ({ text }) => (text.trim() === "" ? [] : [{ is: "takeaway", text }]),
    facts: ({ facts }) => [factsOf(facts)],
    quotes: ({ quotes }) => [{ is: "quotes", quotes }],
    list: ({ items }) => [{ is: "list", items }],
    table: ({ head, rows }) => [{ is: "table", head, rows }],
    bars: (block) => [{ is: isOfCases ? "views" : "bars", ...barsOf(block) }],
    rating: ({ question, ends, ...rating }) => {
      const { drawing, facts } = ratingOf({ question, ...rating });
      const drawings = [{ ...drawing, caption: null, facts: [] }];
      return [{ is: "question", question, drawings, ends, beside: [factsOf(facts)] }];
    },
    ratingPair: ({ title, ends, ratings, notes }) => {
      const drawings = ratings.map((rating) => {
        const { drawing, facts } = ratingOf(rating);
        return { ...drawing, caption: rating.question, facts: facts.map(lineOf) };
      });
      return [{ is: "question", question: title, drawings, ends, beside: notesOf(notes) }];
    },
    shift: ({ question, ends, people, medians, notes, directions, bands, mean }) => {
      const markOf = (when: "before" | "after") => fileOf(draw.shiftMark(when));
      const drawings = medians
        ? [
            {
              ...pictureOf(draw.shift(medians)),
              caption: null,
              facts: [
                { ...lineOf(medians.before), mark: markOf("before") },
                { ...lineOf(medians.after), mark: markOf("after") },
              ],
            },
          ]
        : [];
      const bars = (block: BarsBlock, isDashed = false): Piece => ({
        ...{ is: "bars", ...barsOf(block) },
        isDashed,
      });
      const beside: Piece[] = [
        ...(directions ? [bars(directions)] : []),
        ...notesOf(notes),
        ...(bands ? [bars(bands.before, true), bars(bands.after)] : []),
        factsOf(people),
        ...(mean === null ? [] : notesOf([mean])),
      ];
      return [{ is: "question", question, drawings, ends, beside }];
    },
    shares: (figure) => [
      {
        is: "shares",
        question: figure.question,
        picture: pictureOf(draw.shares(figure)),
        shares: figure.shares.map(({ label, reading, isOther }, at) => ({
          ...{ label, reading },
          mark: fileOf(draw.shareMark(at, isOther)),
        })),
        notes: figure.notes,
      },
    ],
    quarters: (figure) => {
      const { question, across, up, quarters, notes } = figure;
      return [
        {
          ...{ is: "quarters", question, across, up, notes },
          quarters: quarters.map(({ label, value, dots }) => ({
            ...{ label, value },
            picture:
              dots === null
                ? null
                : { file: fileOf(draw.quarter(dots, figure)), alt: `${label}: ${value}` },
          })),
        },
      ];
    },
  };
}

const lineOf = ({ label, value }: { label: string; value: string }): Line => ({
  ...{ label, value },
  mark: null,
});

const barsOf = ({ caption, bars }: BarsBlock): SheetBars => ({
  caption,
  bars: bars.map(({ label, value, of, reading }) => ({
    ...{ label, reading },
    share: of === 0 ? 0 : value / of,
  })),
  isDashed: false,
});
