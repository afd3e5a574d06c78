import { kindsEnglish, kindsGerman } from "@/lib/activities/words-registry";
import type { Locale } from "@/lib/i18n/locale";
import deShared from "@/lib/i18n/messages/de.json";
import enShared from "@/lib/i18n/messages/en.json";
import { overlay } from "@/lib/i18n/overlay";
import { sie } from "@/lib/i18n/sie";
import type { Address } from "@/lib/words";

/** What several places say, and below `kinds` what each kind of activity says on its screens. */
const de = { ...deShared, kinds: kindsGerman };
const en = { ...enShared, kinds: kindsEnglish };

/** The catalogue as the compiler knows it: German has every text. */
export type Catalogue = typeof de;

/** The whole catalogue of one language, in the form of address that the plan chose. */
export function messagesFor(locale: Locale, address: Address) {
  if (locale === "en") return en;
  return address === "sie" ? overlay(de, sie) : de;
}
