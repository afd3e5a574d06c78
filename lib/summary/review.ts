import * as z from "zod/mini";
import { eachText } from "@/lib/each-text";
import { dateFormat } from "@/lib/i18n/dates";
import {
  FIXED_SECTION,
  type SectionKey,
  type SummaryBlock,
  type SummaryBlocks,
  type SummarySection,
  sectionKeys,
  withoutSections,
} from "@/lib/summary/blocks";
import { withInPractice } from "@/lib/summary/practice";
import { reviewUpcasts } from "@/lib/summary/upcasts";
import { wordsOfFiles } from "@/lib/summary/words-of-files";
import { freeText, writtenText } from "@/lib/text";
import { upcast, versioned } from "@/lib/upcast";

/** A short paragraph before a section. */
export const INTRO_CHARACTERS_MAX = 600;

/** The longest card, which may be struck as a whole, fits. */
export const STRUCK_CHARACTERS_MAX = 2000;

/** More than anybody strikes by hand. */
export const STRUCK_MAX = 100;

/** A single letter would strike nearly everything. */
const STRUCK_CHARACTERS_MIN = 2;

const struckText = writtenText(STRUCK_CHARACTERS_MAX).check(
  z.minLength(STRUCK_CHARACTERS_MIN),
  z.regex(/[\p{L}\p{N}]/u),
);
const intro = freeText(INTRO_CHARACTERS_MAX);
const order = z.array(z.enum(sectionKeys)).check(z.maxLength(sectionKeys.length));
const struck = z.array(struckText).check(z.maxLength(STRUCK_MAX));

/** What a facilitator makes of a summary before it is handed on, beside the takeaway and what is left out. */
export const summaryReview = z.object({
  /** Sections in the facilitator's order; those that it doesn't name keep the usual one, behind them. */
  order,
  /** The facilitator's own words before a section. */
  intros: z.partialRecord(z.enum(sectionKeys), intro),
  /** What people wrote and is not handed on: a word, several, or a whole card. */
  struck,
  /** When everybody is asked what became of it, as ISO date; left out where nobody is. */
  followUpOn: z.optional(z.iso.date()),
});

/** One change of it: each is kept for itself, so that two pages don't undo each other's. */
export const reviewChange = z.discriminatedUnion("change", [
  z.strictObject({ change: z.literal("order"), order }),
  z.strictObject({ change: z.literal("intro"), section: z.enum(sectionKeys), text: intro }),
  z.strictObject({ change: z.literal("strike"), text: struckText }),
  z.strictObject({ change: z.literal("unstrike"), text: z.string() }),
  z.strictObject({ change: z.literal("followUp"), day: z.nullable(z.iso.date()) }),
]);

export type SummaryReview = z.infer<typeof summaryReview>;
export type ReviewChange = z.infer<typeof reviewChange>;

export const NO_REVIEW: SummaryReview = { order: [], intros: {}, struck: [] };

/** The review with one change; null where no more can be struck. */
export function changedReview(review: SummaryReview, change: ReviewChange): SummaryReview | null {
  switch (change.change) {
    case "order":
      return { ...review, order: [...new Set(change.order)] };
    case "intro":
      return { ...review, intros: { ...review.intros, [change.section]: change.text.trim() } };
    case "strike": {
      const all = new Set([...review.struck, change.text]);
      return all.size > STRUCK_MAX ? null : { ...review, struck: [...all] };
    }
    case "unstrike":
      return { ...review, struck: review.struck.filter((text) => text !== change.text) };
    case "followUp": {
      const { followUpOn: _, ...rest } = review;
      return change.day === null ? rest : { ...rest, followUpOn: change.day };
    }
  }
}

/**
 * A review as it is stored; none where nothing is. Null where this release can't read it: then nothing may be shown,
 * since nobody knows what was struck.
 */
export function readReview(stored: unknown): SummaryReview | null {
  if (stored === null || stored === undefined) return NO_REVIEW;
  try {
    return summaryReview.parse(upcast(stored, reviewUpcasts));
  } catch {
    return null;
  }
}

/** A review as it is stored. */
export const storedReview = (review: SummaryReview): unknown => versioned(review, reviewUpcasts);

/** What stands where something was struck. */
export const STRUCK = "[…]";

/** Sections in which nobody's words stand but ours and the facilitator's own. */
const OURS: ReadonlySet<SectionKey> = new Set([FIXED_SECTION, "takeaway", "agenda", "method"]);

/**
 * The summary without what was struck. A word goes with all that is written together with it, in whatever case: what
 * is bent ("Müllers") goes too, and the facilitator sees where too much went. A quote that is struck as a whole is left
 * out.
 */
export function withoutStruck(summary: SummaryBlocks, struck: readonly string[]): SummaryBlocks {
  if (struck.length === 0) return summary;
  const strike = strikerOf(struck);
  const none = wordsOfFiles(summary.language)("exports.allStruck");
  const sections = summary.sections.map((section): SummarySection => {
    if (OURS.has(section.key)) return section;
    return { ...section, blocks: section.blocks.map((block) => withStrikes(block, strike, none)) };
  });
  return { ...summary, sections };
}

/** Makes a text without what was struck in it. */
export type Strike = (text: string) => string;

/** What takes these words out of any text; nothing of it stays where they were struck. */
export function strikerOf(struck: readonly string[]): Strike {
  if (struck.length === 0) return (text) => text;
  // The longest first: a card goes as one, and not word by word.
  const patterns = struck
    .map((text) => text.normalize("NFC").trim())
    .toSorted((one, other) => other.length - one.length)
    .map((text) => text.split(STRUCK).map(literally).join("[\\s\\S]*?"));
  const written = "[\\p{L}\\p{N}\\p{M}]*";
  const pattern = new RegExp(`${written}(?:${patterns.join("|")})${written}`, "giu");
  return (text) => text.normalize("NFC").replace(pattern, STRUCK);
}

/** As a pattern that finds this text, however it is spaced. What was struck in it before may be anything. */
const literally = (text: string): string =>
  text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&").replace(/\s+/g, "\\s+");

function withStrikes(block: SummaryBlock, strike: Strike, none: string): SummaryBlock {
  if (block.type !== "quotes") return eachText(block, strike, NAMES);
  const quotes = block.quotes.map(strike).filter((quote) => quote.trim() !== STRUCK);
  return quotes.length > 0 ? { ...block, quotes } : { type: "note", text: none };
}

/** What a block is told by, which nobody wrote. */
const NAMES: ReadonlySet<string> = new Set(["type"]);

/** The summary as it is handed on: without what was struck, in the facilitator's order, with their own words. */
export function reviewed(summary: SummaryBlocks, review: SummaryReview): SummaryBlocks {
  const { sections, ...rest } = withFollowUp(
    withoutStruck(summary, review.struck),
    review.followUpOn,
  );
  const place = ({ key }: SummarySection): number => {
    if (key === FIXED_SECTION) return -1;
    const at = review.order.indexOf(key);
    return at < 0 ? review.order.length + sectionKeys.indexOf(key) : at;
  };
  return {
    ...rest,
    sections: sections
      .toSorted((one, other) => place(one) - place(other))
      .map((section) => ({
        ...section,
        blocks: [...introOf(review.intros[section.key]), ...section.blocks],
      })),
  };
}

/** The summary with the day of its follow-up, in the section about what happens next. */
function withFollowUp(summary: SummaryBlocks, day: string | undefined): SummaryBlocks {
  if (day === undefined) return summary;
  const t = wordsOfFiles(summary.language);
  const format = dateFormat(summary.language, { dateStyle: "long", timeZone: "UTC" });
  const value = format.format(new Date(`${day}T00:00:00Z`));
  const fact = { label: t("exports.followUpOn"), value, day };
  return withInPractice(summary, [{ type: "facts", facts: [fact] }]);
}

/** A version of a summary as it is handed on: reviewed, and without what is left out of it. */
export const handedOn = (
  summary: SummaryBlocks,
  review: SummaryReview,
  hidden: readonly SectionKey[],
): SummaryBlocks => withoutSections(reviewed(summary, review), hidden);

const introOf = (text = ""): SummaryBlock[] =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) => ({ type: "paragraph", text: line }));
