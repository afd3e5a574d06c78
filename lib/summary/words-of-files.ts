import { createTranslator } from "use-intl/core";
import type { Locale } from "@/lib/i18n/locale";
import { messagesFor } from "@/lib/i18n/messages";

/** What files say around a summary, in its language. They address nobody. */
export function wordsOfFiles(language: Locale) {
  return createTranslator({ locale: language, messages: messagesFor(language, "du") });
}
