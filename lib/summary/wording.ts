import { createTranslator } from "use-intl/core";
import { dateFormat } from "@/lib/i18n/dates";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";
import { textFor } from "@/lib/i18n/words-for";
import type { Address } from "@/lib/session/plan";
import type { Words } from "@/lib/session/words";

/** Everything that turns data into text of one language and one form of address. */
export function wordingOf(language: Locale, address: Address) {
  const messages = messagesFor(language, address);
  const t = createTranslator({
    locale: language,
    messages,
    namespace: "summary",
  });
  const common = createTranslator({ locale: language, messages, namespace: "common" });
  const locale = language === "en" ? "en-GB" : "de-DE";
  const oneDecimal = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
    signDisplay: "negative",
  });
  return {
    language,
    t,
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
