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

/** Free text of up to `max` UTF-16 units that may be empty. */
export const freeText = (max: number) => z.string().check(z.overwrite(cleanText), z.maxLength(max));

/** Text of up to `max` UTF-16 units in which there is something to see; trimmed. */
export const writtenText = (max: number) =>
  z
    .string()
    .check(
      z.overwrite(cleanText),
      z.trim(),
      z.minLength(1),
      z.maxLength(max),
      z.regex(SOMETHING_SEEN),
    );
