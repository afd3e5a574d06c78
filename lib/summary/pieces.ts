import {
  type BarsBlock,
  type Fold,
  folded,
  type RatingFigure,
  type SectionKey,
  type ShiftFigure,
  type SummaryBlock,
  type SummaryBlocks,
  type SummarySection,
} from "@/lib/summary/blocks";

/**
 * What is drawn, by what it shows: `lib/ui/drawn/figure-drawing.tsx` draws it, the same for page and files
 * (docs/decisions/0109).
 */
export type Drawn =
  | { draws: "spread"; median: number; from: number; to: number }
  | { draws: "arc"; before: number; after: number }
  | { draws: "arcMark"; when: "before" | "after" }
  | { draws: "shares"; shares: { count: number; isOther: boolean }[] }
  | { draws: "shareMark"; at: number; isOther: boolean }
  /** `of`: the most that lie in one of its neighbours. */
  | { draws: "dots"; count: number; of: number };

/** Whether this part of a piece is something that is drawn. */
export const isDrawn = (part: unknown): part is Drawn =>
  typeof part === "object" && part !== null && "draws" in part;

/** Names with values, as they stand in one line. */
export interface Line {
  label: string;
  value: string;
  /** What stands before it; null for nothing. */
  mark: Drawn | null;
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

/** A drawing, with the words that say the same. */
export interface Picture {
  drawn: Drawn;
  alt: string;
}

/** One piece of a summary as it is laid out, on the page as in every file; `summary.typ` knows them by these words. */
export type Piece =
  | { is: "heading" | "case" | "paragraph" | "note" | "takeaway"; text: string }
  | { is: "facts"; facts: Line[] }
  | { is: "quotes"; quotes: string[] }
  | { is: "list"; items: string[] }
  | { is: "table"; head: string[]; rows: string[][] }
  | ({ is: "bars" | "views" } & SheetBars)
  /** Numbers with what each counts, in one line. */
  | { is: "counts"; counts: { label: string; value: string }[] }
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
      shares: { label: string; reading: string; mark: Drawn }[];
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

/** What one way of showing a summary makes of each piece: a new one doesn't compile until all have an answer. */
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

/** A summary as pieces of a sheet of paper. */
export interface Sheet {
  title: string;
  sections: { title: string | null; key: SectionKey; number: number | null; pieces: Piece[] }[];
}

/** What the head and the facilitator's own words say has no number. */
const UNNUMBERED: ReadonlySet<SectionKey> = new Set(["head", "takeaway"]);

/** Sections with their numbers; null for those without one. */
export function numbered<Section extends Pick<SummarySection, "key">>(
  sections: readonly Section[],
): { section: Section; number: number | null }[] {
  let last = 0;
  return sections.map((section) => {
    if (UNNUMBERED.has(section.key)) return { section, number: null };
    last += 1;
    return { section, number: last };
  });
}

/** A summary in pieces. A takeaway that was never written leaves nothing behind. */
export function sheetOf({ title, sections }: SummaryBlocks): Sheet {
  const filled = sections
    .map(({ blocks, ...section }) => ({
      ...section,
      pieces: blocks.flatMap((block) => piecesOf(section.key, block)),
    }))
    .filter(({ pieces }) => pieces.length > 0);
  return {
    title,
    sections: numbered(filled).map(({ section, number }) => ({ ...section, number })),
  };
}

/** The pieces of one block in a section. */
export const piecesOf = (section: SectionKey, block: SummaryBlock): Piece[] =>
  folded(section === "cases" ? ofCases : ofSections, block);

const notesOf = (notes: readonly string[]) => notes.map((text): Piece => ({ is: "note", text }));

const factsOf = (facts: readonly { label: string; value: string }[]): Piece => ({
  is: "facts",
  facts: facts.map(lineOf),
});

/** Several facts in one sentence. */
const said = (facts: readonly { label: string; value: string }[]): string =>
  facts.map(({ label, value }) => `${label}: ${value}`).join(", ");

const spreadOf = ({
  median,
  middleHalf,
}: Pick<RatingFigure, "median" | "middleHalf">): Picture => ({
  drawn: { draws: "spread", median: median.at, from: middleHalf.from, to: middleHalf.to },
  alt: said([median, middleHalf]),
});

const ofSections: Fold<Piece[]> = {
  heading: ({ text }) => [{ is: "heading", text }],
  paragraph: ({ text }) => [{ is: "paragraph", text }],
  note: ({ text }) => [{ is: "note", text }],
  takeaway: ({ text }) => (text.trim() === "" ? [] : [{ is: "takeaway", text }]),
  facts: ({ facts }) => [factsOf(facts)],
  quotes: ({ quotes }) => [{ is: "quotes", quotes }],
  list: ({ items }) => [{ is: "list", items }],
  table: ({ head, rows }) => [{ is: "table", head, rows }],
  bars: (block) => [{ is: "bars", ...barsOf(block) }],
  rating: ({ question, ends, answers, median, middleHalf }) => [
    {
      ...{ is: "question", question, ends },
      drawings: [{ ...spreadOf({ median, middleHalf }), caption: null, facts: [] }],
      beside: [factsOf([answers, median, middleHalf])],
    },
  ],
  ratingPair: ({ title, ends, ratings, notes }) => [
    {
      ...{ is: "question", question: title, ends },
      drawings: ratings.map(({ question, answers, median, middleHalf }) => ({
        ...spreadOf({ median, middleHalf }),
        caption: question,
        facts: [answers, median, middleHalf].map(lineOf),
      })),
      beside: notesOf(notes),
    },
  ],
  shift: ({ question, ends, people, medians, notes, directions, bands, mean }) => [
    {
      ...{ is: "question", question, ends },
      drawings: medians ? [arcOf(medians)] : [],
      beside: [
        ...(directions ? [countsOf(directions)] : []),
        ...notesOf(notes),
        ...(bands ? [dashed(bands.before), bars(bands.after)] : []),
        factsOf(people),
        ...(mean === null ? [] : notesOf([mean])),
      ],
    },
  ],
  shares: ({ question, shares, notes }) => [
    {
      ...{ is: "shares", question, notes },
      picture: {
        drawn: {
          draws: "shares",
          shares: shares.map(({ value, isOther }) => ({ count: value, isOther })),
        },
        alt: said(shares.map(({ label, reading }) => ({ label, value: reading }))),
      },
      shares: shares.map(({ label, reading, isOther }, at) => ({
        ...{ label, reading },
        mark: { draws: "shareMark", at, isOther },
      })),
    },
  ],
  quarters: ({ question, across, up, quarters, notes }) => {
    const most = Math.max(1, ...quarters.map(({ dots }) => dots ?? 0));
    return [
      {
        ...{ is: "quarters", question, across, up, notes },
        quarters: quarters.map(({ label, value, dots }) => ({
          ...{ label, value },
          picture:
            dots === null
              ? null
              : {
                  drawn: { draws: "dots", count: dots, of: most },
                  alt: `${label}: ${value}`,
                },
        })),
      },
    ];
  },
};

/** Cases: what somebody wrote instead of headings of ours, and how much of those who saw a view chose it. */
const ofCases: Fold<Piece[]> = {
  ...ofSections,
  heading: ({ text }) => [{ is: "case", text }],
  // By what was chosen among their views.
  paragraph: ({ text }) => [{ is: "note", text }],
  bars: (block) => [{ is: "views", ...barsOf(block) }],
};

const bars = (block: BarsBlock): Piece => ({ is: "bars", ...barsOf(block) });

const dashed = (block: BarsBlock): Piece => ({
  ...{ is: "bars", ...barsOf(block) },
  isDashed: true,
});

const countsOf = ({ bars: each }: BarsBlock): Piece => ({
  is: "counts",
  counts: each.map(({ label, reading }) => ({ label, value: reading })),
});

/** Where the room stood in the middle, before and after, each with its circle beside its words. */
const arcOf = ({ before, after }: NonNullable<ShiftFigure["medians"]>) => ({
  drawn: { draws: "arc" as const, before: before.at, after: after.at },
  alt: said([before, after]),
  caption: null,
  facts: (["before", "after"] as const).map((when) => ({
    ...lineOf({ before, after }[when]),
    mark: { draws: "arcMark" as const, when },
  })),
});

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
