"use client";

import { useLocale } from "next-intl";
import { useCallback } from "react";
import { useLiveView } from "@/lib/client/live-provider";
import { wordsFor } from "@/lib/i18n/words-for";
import type { Words } from "@/lib/session/words";

/** Reads a plan's words in this device's language and the plan's form of address. */
export function useWords(): (words: Words) => string {
  const locale = useLocale();
  const address = useLiveView(({ session }) => session.address) ?? "du";
  return useCallback((words) => wordsFor(words, locale, address), [locale, address]);
}
