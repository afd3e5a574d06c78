import type { Locale } from "@/lib/i18n/locale";
import de from "@/lib/i18n/messages/de.json";
import deSie from "@/lib/i18n/messages/de-sie.json";
import en from "@/lib/i18n/messages/en.json";
import { overlay } from "@/lib/i18n/overlay";
import type { Address } from "@/lib/session/plan";

/** The whole catalogue of one language, in the form of address that the plan chose. */
export function messagesFor(locale: Locale, address: Address) {
  if (locale === "en") return en;
  return address === "sie" ? overlay(de, deSie) : de;
}
