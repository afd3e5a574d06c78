"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import type { Catalogue } from "@/lib/i18n/messages";

/** Adds to the texts that every page is sent what the pages below say beside them. */
export function MoreMessages({
  messages,
  children,
}: {
  messages: Partial<Catalogue>;
  children: ReactNode;
}) {
  const known = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={{ ...known, ...messages }}>
      {children}
    </NextIntlClientProvider>
  );
}
