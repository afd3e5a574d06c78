import * as z from "zod/mini";

const text = z.string();

const summaryBar = z.object({
  label: text,
  /** Length of the bar; bars of one block are drawn against `of`. */
  value: z.number(),
  of: z.number(),
  /** The value in words: "7 von 9, die es sahen". */
  reading: text,
});

/**
 * Something that is known, in words, and as the number in them where it is one and may be told; a day that lies ahead also
 * as ISO date, for calendars.
 */
const fact = z.object({
  label: text,
  value: text,
  number: z.optional(z.number()),
  day: z.optional(text),
});

const bars = z.object({
  type: z.literal("bars"),
  caption: z.nullable(text),
  bars: z.array(summaryBar),
});

/** What 0 and 10 mean on a question's scale, and both in one line. */
const scaleEnds = z.object({ low: text, high: text, reading: text });

/** A value of a question's scale, and where on it that is drawn. */
const valueOnScale = z.object({ ...fact.shape, at: z.number() });

/** What every way of showing a summary can put down as it is. */
const plainBlock = [
  z.object({ type: z.literal("heading"), text }),
  /** With the number that it says, where it says one. */
  z.object({ type: z.literal("paragraph"), text, number: z.optional(z.number()) }),
  /** Small print that belongs to what stands above it, and every reason why something is missing. */
  z.object({ type: z.literal("note"), text }),
  z.object({ type: z.literal("facts"), facts: z.array(fact) }),
  /** The facilitator's own words; empty until written. */
  z.object({ type: z.literal("takeaway"), text }),
  z.object({ type: z.literal("quotes"), quotes: z.array(text) }),
  bars,
  z.object({
    type: z.literal("table"),
    head: z.array(text),
    rows: z.array(z.array(text)),
    /** The number in each cell, row by row; null where it holds words alone. */
    numbers: z.optional(z.array(z.array(z.nullable(z.number())))),
  }),
  /** With the number that each item says, where they say one. */
  z.object({
    type: z.literal("list"),
    items: z.array(text),
    numbers: z.optional(z.array(z.number())),
  }),
] as const;

/** One question from 0 to 10 that everybody answered for themselves: how many did, the middle and the spread. */
const ratingFigure = z.object({
  type: z.literal("rating"),
  question: text,
  ends: scaleEnds,
  answers: fact,
  median: valueOnScale,
  middleHalf: z.object({ ...fact.shape, from: z.number(), to: z.number() }),
});

/** Two questions on one scale, each as far as enough people answered it, to be seen over each other. */
const ratingPairFigure = z.object({
  type: z.literal("ratingPair"),
  /** What both are about. */
  title: text,
  ends: scaleEnds,
  ratings: z.array(z.omit(ratingFigure, { type: true, ends: true })),
  notes: z.array(text),
});

/** How those moved on one question who answered it before and after, as far as their number allows it. */
const shiftFigure = z.object({
  type: z.literal("shift"),
  question: text,
  ends: scaleEnds,
  /** How many were there, and how many answered both times. */
  people: z.array(fact),
  /** Null where they are not told. */
  medians: z.nullable(z.object({ before: valueOnScale, after: valueOnScale })),
  /** Why what could stand here is missing. */
  notes: z.array(text),
  directions: z.nullable(bars),
  /** The same bands twice, before and after; null where too few answered. */
  bands: z.nullable(z.object({ before: bars, after: bars })),
  /** The mean change in words. */
  mean: z.nullable(text),
});

/** How the room shared something out: parts of one whole, in the plan's order. */
const sharesFigure = z.object({
  type: z.literal("shares"),
  question: text,
  /** What is left of several that are not told apart is `isOther`. */
  shares: z.array(z.object({ ...summaryBar.shape, isOther: z.boolean() })),
  notes: z.array(text),
});

/** The ends of an axis in words. */
const axisEnds = z.object({ low: text, high: text });

/** What lies in the quarters of two axes, or is empty there. */
const quartersFigure = z.object({
  type: z.literal("quarters"),
  question: text,
  across: axisEnds,
  up: axisEnds,
  /** From the upper left one, row by row. `dots` is as much as is drawn there; null for nothing. */
  quarters: z.array(z.object({ ...fact.shape, dots: z.nullable(z.int()) })),
  notes: z.array(text),
});

/**
 * The summary as data: what the page shows and what the file holds are both rendered from this, so
 * that they always agree. All text is final, in one language; nothing in here is escaped yet. A figure is one
 * chart on the page, and holds all the words that stand for it where nothing can be drawn (`asPlainBlocks`).
 */
const summaryBlock = z.discriminatedUnion("type", [
  ...plainBlock,
  ratingFigure,
  ratingPairFigure,
  shiftFigure,
  sharesFigure,
  quartersFigure,
]);

/** Sections in the order in which they are handed on. */
export const sectionKeys = [
  "head",
  "takeaway",
  "themes",
  "quotes",
  "cases",
  "ratings",
  "perspectives",
  "shares",
  "shift",
  "practice",
  "process",
  "agenda",
  "method",
] as const;

/** What says which workshop this is; every other section can be left out. */
export const FIXED_SECTION = "head" satisfies (typeof sectionKeys)[number];

const summarySection = z.object({
  key: z.enum(sectionKeys),
  /** Null for the head, which the document's title introduces. */
  title: z.nullable(text),
  blocks: z.array(summaryBlock),
});

export const summaryBlocks = z.object({
  language: z.enum(["de", "en"]),
  title: text,
  /** Without an extension: lower case, ASCII, says what it is and from which day. */
  fileName: text,
  sections: z.array(summarySection),
});

/** One summary as data, for readers outside of Aufwind; what it is and in which version (docs/summary.schema.json). */
export const summaryFile = z.object({
  format: z.literal("aufwind-summary"),
  version: z.int(),
  ...summaryBlocks.shape,
});

/** What is kept of a session whose raw data went: its summary, in each language it may be read in. */
export const keptSummary = z.object({ de: summaryBlocks, en: summaryBlocks });

export type SummaryBar = z.infer<typeof summaryBar>;
export type SummaryBlock = z.infer<typeof summaryBlock>;
export type PlainBlock = z.infer<(typeof plainBlock)[number]>;
export type BarsBlock = z.infer<typeof bars>;
export type RatingFigure = z.infer<typeof ratingFigure>;
export type RatingPairFigure = z.infer<typeof ratingPairFigure>;
export type ShiftFigure = z.infer<typeof shiftFigure>;
export type SharesFigure = z.infer<typeof sharesFigure>;
export type QuartersFigure = z.infer<typeof quartersFigure>;
export type SectionKey = (typeof sectionKeys)[number];
export type SummarySection = z.infer<typeof summarySection>;
export type SummaryBlocks = z.infer<typeof summaryBlocks>;
export type KeptSummary = z.infer<typeof keptSummary>;

/** What stands in a line of facts: all but where it is drawn. */
/** Each kind of block by its name. */
type BlockTypes = { [Block in SummaryBlock as Block["type"]]: Block };

/** What a format makes of each kind of block: a new kind doesn't compile until all formats have an answer. */
export type Fold<Made> = { readonly [Type in keyof BlockTypes]: (block: BlockTypes[Type]) => Made };

/** What the fold makes of one block. */
export function folded<Made, Type extends keyof BlockTypes>(
  fold: Fold<Made>,
  block: { [Each in Type]: BlockTypes[Each] & { type: Each } }[Type],
): Made {
  return fold[block.type](block);
}

const inWords = ({ label, value, number }: z.infer<typeof fact>) => ({
  ...{ label, value },
  ...(number === undefined ? {} : { number }),
});

/** A block in words alone, for where nothing is drawn; a figure is several. */
export function asPlainBlocks(block: SummaryBlock): readonly PlainBlock[] {
  switch (block.type) {
    case "rating": {
      const { question, ends, answers, median, middleHalf } = block;
      return [
        { type: "heading", text: question },
        { type: "note", text: ends.reading },
        { type: "facts", facts: [answers, median, middleHalf].map(inWords) },
      ];
    }
    case "ratingPair": {
      const { title, ends, ratings, notes } = block;
      return [
        { type: "heading", text: title },
        { type: "note", text: ends.reading },
        ...ratings.flatMap(({ question, answers, median, middleHalf }): PlainBlock[] => [
          { type: "paragraph", text: question },
          { type: "facts", facts: [answers, median, middleHalf].map(inWords) },
        ]),
        ...notes.map((text) => ({ type: "note" as const, text })),
      ];
    }
    case "shift": {
      const { question, ends, people, medians, notes, directions, bands, mean } = block;
      return [
        { type: "heading", text: question },
        { type: "note", text: ends.reading },
        { type: "facts", facts: people },
        ...(medians
          ? [{ type: "facts" as const, facts: [medians.before, medians.after].map(inWords) }]
          : []),
        ...notes.map((text) => ({ type: "note" as const, text })),
        ...(directions ? [directions] : []),
        ...(bands ? [bands.before, bands.after] : []),
        ...(mean === null ? [] : [{ type: "paragraph" as const, text: mean }]),
      ];
    }
    case "shares": {
      const { question, shares, notes } = block;
      return [
        { type: "heading", text: question },
        { type: "bars", caption: null, bars: shares.map(({ isOther: _, ...bar }) => bar) },
        ...notes.map((text) => ({ type: "note" as const, text })),
      ];
    }
    case "quarters": {
      const { question, quarters, notes } = block;
      return [
        { type: "heading", text: question },
        { type: "facts", facts: quarters.map(inWords) },
        ...notes.map((text) => ({ type: "note" as const, text })),
      ];
    }
    default:
      return [block];
  }
}

/**
 * Why there is no summary: the session has not ended; this version can't read it; or none could be
 * kept, for that reason, when its raw data went (decision 0024).
 */
export type MissingSummary = "notYet" | "unreadable" | "notKept";

/** The summary as it is handed on: without the sections that the facilitator left out. */
export function withoutSections(
  summary: SummaryBlocks,
  hidden: readonly SectionKey[],
): SummaryBlocks {
  const isHandedOn = ({ key }: SummarySection) => key === FIXED_SECTION || !hidden.includes(key);
  return { ...summary, sections: summary.sections.filter(isHandedOn) };
}
