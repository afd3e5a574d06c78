import type { Address, Language, Words } from "@/lib/words";

/** One of a text's wordings. */
export interface Wording {
  text: string;
  /** The language that it is in, which may be another one than the reader's. */
  language: Language;
}

/**
 * The wording for somebody who reads this language. German in one form of address serves the other as well:
 * whoever wrote only one meant everybody. Where there is none in this language, it is the other one's.
 */
export function wordsFor(words: Words, locale: string, address: Address): Wording {
  const german = address === "sie" ? (words.deSie ?? words.de) : (words.de ?? words.deSie);
  const inGerman: Wording | null = german === undefined ? null : { text: german, language: "de" };
  const inEnglish: Wording | null =
    words.en === undefined ? null : { text: words.en, language: "en" };
  const found = locale === "en" ? (inEnglish ?? inGerman) : (inGerman ?? inEnglish);
  if (!found) throw new Error("A text has no words in any language");
  return found;
}

/**
 * The same where only text can stand: a label, a sentence around it, a file. Where it is in another
 * language than the reader's, `mark` stands behind it.
 */
export function textFor(words: Words, locale: string, address: Address, mark: string): string {
  const { text, language } = wordsFor(words, locale, address);
  return language === locale ? text : `${text} ${mark}`;
}
