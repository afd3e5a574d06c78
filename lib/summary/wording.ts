import { createTranslator } from "use-intl/core";
import { dateFormat } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor, type Namespace } from "@/lib/i18n/messages";
import type { Address, Words } from "@/lib/words";
import { textFor } from "@/lib/words-for";

/** Where kinds keep the words of their summaries, and those that screens say as well. */
type KindSummary = Extract<Namespace, `kinds.${string}.${"summary" | "common"}`>;

/** Everything that turns data into text of one language and one form of address. */
export function wordingOf(language: Locale, address: Address) {
  const catalogue = { locale: language, messages: messagesFor(language, address) };
  const t = createTranslator({ ...catalogue, namespace: "summary" });
  const common = createTranslator({ ...catalogue, namespace: "common" });
  const locale = language === "en" ? "en-GB" : "de-DE";
  const oneDecimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "negative",
  });
  return {
    language,
    /** What all kinds' sections share, and what the core says. */
    t,
    /** What one kind says in its sections, by its place in the catalogue. */
    ofKind: <const Place extends KindSummary>(namespace: Place) =>
      createTranslator({ ...catalogue, namespace }),
    words: (text: Words): string => textFor(text, language, address, common("inOtherLanguage")),
    /** With a real minus sign: a hyphen is read as a range. */
    decimal: (value: number): string => oneDecimal.format(value).replace("-", "\u2212"),
    /** A calendar day, given as ISO date. */
    day: (isoDate: string): string =>
      dateFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(
        new Date(`${isoDate}T00:00:00Z`),
      ),
  };
}

export type Wording = ReturnType<typeof wordingOf>;
