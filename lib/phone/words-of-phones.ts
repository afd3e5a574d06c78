import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "@/lib/i18n/locale";

/** Where the words of each language are; put in by the bundle (`scripts/phone.mjs`). */
declare const WORDS_OF_PHONES: Readonly<Record<Locale, string>>;

/** Loads what a phone says in a language. Rejects where it doesn't come. */
export async function loadWords(locale: Locale): Promise<AbstractIntlMessages> {
  const answer = await fetch(WORDS_OF_PHONES[locale]);
  if (!answer.ok) throw new Error("The words didn't come");
  // Made by our own build, beside this script; it is the longest thing that a phone reads before it shows anything.
  const words: AbstractIntlMessages = await answer.json();
  return words;
}
