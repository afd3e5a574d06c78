"use client";

import { type ReactNode, useCallback } from "react";
import { type CaseSource, type ReframeCase, wordsOfCase } from "@/lib/activities/reframe/schema";
import { useWords } from "@/lib/client/use-words";

/** A case's text in this device's language; null where everybody has their own. */
export function useCaseText(source: CaseSource): (each: ReframeCase) => ReactNode {
  const words = useWords();
  return useCallback(
    (each) => {
      const text = wordsOfCase(source, each);
      return text === null || typeof text === "string" ? text : words(text);
    },
    [words, source],
  );
}
