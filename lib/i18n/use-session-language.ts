"use client";

import { useLocale } from "next-intl";
import { useEffect } from "react";
import { isLocale, LOCALE_COOKIE, type Locale } from "@/lib/i18n/locale";
import { useShowLanguage } from "@/lib/i18n/shown-language";

/** Whether this device, or its owner on this site, asks for a language that we have. */
function hasOwnLanguage(): boolean {
  const chosen = document.cookie.split("; ").some((each) => each.startsWith(`${LOCALE_COOKIE}=`));
  return chosen || navigator.languages.some((tag) => isLocale(tag.toLowerCase().split("-")[0]));
}

/**
 * Takes over the session's language on a device that asks for none we have: around the same table that is
 * the one to understand each other in. Until the browser is closed; its owner may choose another.
 */
export function useSessionLanguage(language: Locale | undefined): void {
  const show = useShowLanguage();
  const current = useLocale();
  useEffect(() => {
    if (language === undefined || language === current || hasOwnLanguage()) return;
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API needs a secure context
    document.cookie = `${LOCALE_COOKIE}=${language}; path=/; samesite=lax`;
    void show(language);
  }, [language, current, show]);
}
