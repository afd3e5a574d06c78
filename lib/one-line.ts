/**
 * Text as a file holds it in one line. Control characters and those that turn the reading direction have no business
 * there, and halves of surrogate pairs are no text: a summary that an older release kept may still have some.
 */
export function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/[\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
}

/** Each line of a text, as a file holds it. */
export const linesOf = (text: string): string[] => text.split(/\r\n|\r|\n/).map(oneLine);
