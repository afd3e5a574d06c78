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
 * The summary as data: what the page shows and what the file holds are both rendered from this, so
 * that they always agree. All text is final, in one language; nothing in here is escaped yet.
 */
const summaryBlock = z.discriminatedUnion("type", [
  z.object({ type: z.literal("heading"), text }),
  z.object({ type: z.literal("paragraph"), text }),
  /** Small print that belongs to what stands above it, and every reason why something is missing. */
  z.object({ type: z.literal("note"), text }),
  z.object({
    type: z.literal("facts"),
    facts: z.array(z.object({ label: text, value: text })),
  }),
  /** The facilitator's own words; empty until written. */
  z.object({ type: z.literal("takeaway"), text }),
  z.object({ type: z.literal("quotes"), quotes: z.array(text) }),
  z.object({ type: z.literal("bars"), caption: z.nullable(text), bars: z.array(summaryBar) }),
  z.object({ type: z.literal("table"), head: z.array(text), rows: z.array(z.array(text)) }),
  z.object({ type: z.literal("list"), items: z.array(text) }),
]);

/** Sections in the order in which they are handed on. */
export const sectionKeys = [
  "head",
  "takeaway",
  "themes",
  "quotes",
  "cases",
  "ratings",
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

const summaryBlocks = z.object({
  language: z.enum(["de", "en"]),
  title: text,
  /** Without an extension: lower case, ASCII, says what it is and from which day. */
  fileName: text,
  sections: z.array(summarySection),
});

/** What is kept of a session whose raw data went: its summary, in each language it may be read in. */
export const keptSummary = z.object({ de: summaryBlocks, en: summaryBlocks });

export type SummaryBar = z.infer<typeof summaryBar>;
export type SummaryBlock = z.infer<typeof summaryBlock>;
export type SectionKey = (typeof sectionKeys)[number];
export type SummarySection = z.infer<typeof summarySection>;
export type SummaryBlocks = z.infer<typeof summaryBlocks>;
export type KeptSummary = z.infer<typeof keptSummary>;

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
