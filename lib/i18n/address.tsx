"use client";

import { NextIntlClientProvider, useLocale, useMessages, useTimeZone } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { overlay } from "@/lib/i18n/overlay";
import { sie } from "@/lib/i18n/sie";
import type { Address } from "@/lib/words";

/**
 * Speaks Sie below itself when the plan asks for it. Only German has two forms, and only the texts
 * that address somebody differ, so the overlay is small.
 */
export function AddressProvider({ address, children }: { address: Address; children: ReactNode }) {
  const locale = useLocale();
  const messages = useMessages();
  const timeZone = useTimeZone();
  const spoken = useMemo(
    () => (locale === "de" && address === "sie" ? overlay(messages, sie) : messages),
    [locale, address, messages],
  );
  return (
    <NextIntlClientProvider locale={locale} messages={spoken} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  );
}
