import type { Address } from "@/lib/session/plan";
import type { Words } from "@/lib/session/words";

/** One of a text's three wordings. */
export function wordsFor(words: Words, locale: string, address: Address): string {
  if (locale === "en") return words.en;
  return address === "sie" ? words.deSie : words.de;
}
