"use client";

import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { LOCALE_COOKIE, LOCALE_COOKIE_SECONDS, LOCALES, type Locale } from "@/lib/i18n/locale";
import { useShowLanguage } from "@/lib/i18n/shown-language";

/** Each language in its own words, so that it is found by those who read no other. */
const NAMES: Record<Locale, string> = { de: "Deutsch", en: "English" };

/** Switches the language of this device. */
export function LocaleSwitch() {
  const current = useLocale();
  const t = useTranslations("common");
  const show = useShowLanguage();
  const [pending, startTransition] = useTransition();

  function choose(locale: Locale) {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs a secure context
    document.cookie = `${LOCALE_COOKIE}=${locale}; path=/; max-age=${LOCALE_COOKIE_SECONDS}; samesite=lax`;
    startTransition(() => show(locale));
  }

  return (
    <fieldset aria-busy={pending} className="-mx-2 flex shrink-0 items-center gap-1">
      <legend className="sr-only">{t("language")}</legend>
      {LOCALES.map((locale) => (
        <button
          aria-pressed={locale === current}
          className="min-h-12 rounded-control px-2 text-base text-ink-2 aria-pressed:font-semibold aria-pressed:text-ink"
          key={locale}
          lang={locale}
          onClick={() => choose(locale)}
          type="button"
        >
          {NAMES[locale]}
        </button>
      ))}
    </fieldset>
  );
}
