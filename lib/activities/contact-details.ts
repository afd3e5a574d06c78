const EMAIL = /[^\s@]+@[^\s@]+\.[a-z]{2,}/i;
const ADDRESS = /(?:https?:\/\/|www\.)\S+|\b[a-z0-9-]+\.(?:com|org|net|de|at|ch|eu|io|info)\b/i;
/** Seven digits or more, with what people put between them: no year, price or date is that long. */
const PHONE = /\+?\d(?:[\s/().-]{0,2}\d){6,}/;
/** "23.11.2026" and "2026-11-23" have eight digits too. */
const DATE = /\b\d{1,4}[.\-/]\s?\d{1,2}[.\-/]\s?\d{1,4}\b/g;

/**
 * Whether a text holds an e-mail address, a link or a phone number (activities.md, safety). Names
 * can't be found this way: German writes every noun with a capital.
 */
export function hasContactDetail(text: string): boolean {
  return EMAIL.test(text) || ADDRESS.test(text) || PHONE.test(text.replace(DATE, " "));
}
