/**
 * The summary as data: what the page shows and what the file holds are both rendered from this, so
 * that they always agree. All text is final, in one language; nothing in here is escaped yet.
 */
export type SummaryBlock =
  | { type: "heading"; text: string }
  | { type: "paragraph"; text: string }
  /** Small print that belongs to what stands above it, and every reason why something is missing. */
  | { type: "note"; text: string }
  | { type: "facts"; facts: { label: string; value: string }[] }
  /** The facilitator's own words; empty until written. */
  | { type: "takeaway"; text: string }
  | { type: "quotes"; quotes: string[] }
  | { type: "bars"; caption: string | null; bars: SummaryBar[] }
  | { type: "table"; head: string[]; rows: string[][] }
  | { type: "list"; items: string[] };

export interface SummaryBar {
  label: string;
  /** Length of the bar; bars of one block are drawn against `of`. */
  value: number;
  of: number;
  /** The value in words: "7 von 9, die es sahen". */
  reading: string;
}

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

export type SectionKey = (typeof sectionKeys)[number];

/** What says which workshop this is; every other section can be left out. */
export const FIXED_SECTION = "head" satisfies SectionKey;

export interface SummarySection {
  key: SectionKey;
  /** Null for the head, which the document's title introduces. */
  title: string | null;
  blocks: SummaryBlock[];
}

export interface SummaryBlocks {
  language: "de" | "en";
  title: string;
  /** Without an extension: lower case, ASCII, says what it is and from which day. */
  fileName: string;
  sections: SummarySection[];
}

/** The summary as it is handed on: without the sections that the facilitator left out. */
export function withoutSections(
  summary: SummaryBlocks,
  hidden: readonly SectionKey[],
): SummaryBlocks {
  const isHandedOn = ({ key }: SummarySection) => key === FIXED_SECTION || !hidden.includes(key);
  return { ...summary, sections: summary.sections.filter(isHandedOn) };
}
