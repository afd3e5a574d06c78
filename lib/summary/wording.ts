import { createTranslator } from "use-intl/core";
import { dateFormat } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import type { Address } from "@/lib/session/plan";
import type { Words } from "@/lib/session/words";

/** Everything that turns data into text of one language and one form of address. */
export function wordingOf(language: Locale, address: Address) {
  const t = createTranslator({
    locale: language,
    messages: messagesFor(language, address),
    namespace: "summary",
  });
  const locale = language === "en" ? "en-GB" : "de-DE";
  const oneDecimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "negative",
  });
  return {
    language,
    t,
    words: (text: Words): string =>
      language === "en" ? text.en : address === "sie" ? text.deSie : text.de,
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
