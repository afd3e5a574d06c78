"use client";

import { NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import type { ReactNode } from "react";
import { type MessageTree, overlay } from "@/lib/i18n/overlay";

/** Adds to the texts that every page is sent what the pages below say beside them. */
export function MoreMessages({
  messages,
  children,
}: {
  messages: MessageTree;
  children: ReactNode;
}) {
  const known = useMessages();
  return (
    <NextIntlClientProvider locale={useLocale()} messages={overlay(known, messages)}>
      {children}
    </NextIntlClientProvider>
  );
}
