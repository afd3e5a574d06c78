import type { Locale } from "@/lib/i18n/locale";

/**
 * How dates and times are written in a language of the chrome; English as in Europe, where the day
 * comes first. What is rendered on the server and again in the browser names its `timeZone`, so that
 * both write the same day.
 */
export function dateFormat(
  locale: Locale,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale === "en" ? "en-GB" : "de-DE", options);
}
