import * as z from "zod/mini";
import { type Language, language } from "@/lib/words";

/** How many words somebody keeps for a series. Four of 7776 are 51 bits: nobody guesses them online. */
export const WORDS_KEPT = 4;

/** So many words there are in each language: as many as five dice give. */
export const WORDS = 7776;

/** Four words by their places in the list of a language. What they are kept under is made of this. */
export const seriesWords = z.strictObject({
  language,
  words: z.array(z.int().check(z.minimum(0), z.maximum(WORDS - 1))).check(z.length(WORDS_KEPT)),
});

export type SeriesWords = z.infer<typeof seriesWords>;

/** Four words drawn by chance. `below` gives whole numbers from 0 to under its argument. */
export const drawWords = (of: Language, below: (end: number) => number): SeriesWords => ({
  language: of,
  words: Array.from({ length: WORDS_KEPT }, () => below(WORDS)),
});

/** Four words that were typed or pasted as one text; null where it isn't four. */
export function splitWords(text: string): string[] | null {
  const words = text.split(/[\s,;·]+/).filter((part) => part !== "");
  return words.length === WORDS_KEPT ? words : null;
}
