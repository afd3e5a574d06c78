import * as z from "zod/mini";

/**
 * What nobody types and nobody sees: NUL and halves of surrogate pairs, which Postgres refuses to
 * store (one of them would fail everybody's transaction), other control characters, and those that
 * turn the reading direction of what stands beside them.
 */
const UNSEEN = /(?![\n\r\t])[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/** A letter, digit, sign or picture: without one a text would show as nothing. */
const SOMETHING_SEEN = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** The text as it may be stored and shown. What somebody wrote around it stays. */
export const cleanText = (text: string): string => text.replace(UNSEEN, "");

/**
 * UTF-16 units that one character of a reader may take: a kiss of two people with skin tones takes 15, and
 * whole alphabets of accents could be piled on one letter.
 */
const UNITS_PER_CHARACTER_MAX = 16;

/** Units of any text, so that a frame holds it: three bytes each at most, of 32 kB. */
const TEXT_UNITS_MAX = 8_000;

/** The characters that a reader counts: a family or a flag is one, however it is put together. */
export function charactersOf(text: string): string[] {
  const segments = new Intl.Segmenter(undefined, { granularity: "grapheme" }).segment(text);
  return Array.from(segments, ({ segment }) => segment);
}

/** Each unit is a character by itself: nothing that is put together, and no line end of two. */
const PLAIN = /^[\t\n\x20-\x7e\u00a0-\u02ff]*$/;

/** How many characters a reader counts. Most texts need no segmenter, of which the first is a tenth of a second on a phone. */
export const countCharacters = (text: string): number =>
  PLAIN.test(text) ? text.length : charactersOf(text).length;

/** How many words a text takes to say. */
export function countWords(text: string): number {
  // The ellipsis of "If …, then" stands for words somebody fills in, so it counts as one.
  return text.split(/\s+/u).filter((part) => /[\p{L}\p{N}…]/u.test(part)).length;
}

/** By how many characters a text is longer than `max`; 0 where it fits. */
export function charactersOver(text: string, max: number): number {
  // Units are never fewer than characters, and quickly counted.
  if (text.length <= max) return 0;
  const piled = Math.ceil(text.length / UNITS_PER_CHARACTER_MAX);
  return Math.max(0, Math.max(countCharacters(text), piled) - max);
}

const upTo = (max: number) =>
  [
    z.maxLength(TEXT_UNITS_MAX),
    z.refine<string>((text) => charactersOver(text, max) === 0),
  ] as const;

/** Free text of up to `max` characters, as `countCharacters` counts, that may be empty. */
export const freeText = (max: number) => z.string().check(z.overwrite(cleanText), ...upTo(max));

/** Text of up to `max` characters in which there is something to see; trimmed. */
export const writtenText = (max: number) =>
  z
    .string()
    .check(z.overwrite(cleanText), z.trim(), z.minLength(1), ...upTo(max), z.regex(SOMETHING_SEEN));
