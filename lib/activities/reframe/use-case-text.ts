"use client";

import { useCallback } from "react";
import type { ReframeCase, ReframeSettings } from "@/lib/activities/reframe/schema";
import { useWords } from "@/lib/i18n/use-words";

/** A case's text: a card's own words, or the plan's given case in this device's language. */
export function useCaseText(planned: { settings: ReframeSettings }): (each: ReframeCase) => string {
  const words = useWords();
  const { givenCases } = planned.settings;
  return useCallback(
    (each) => {
      if (each.text !== null) return each.text;
      const given = givenCases.find(({ key }) => key === each.id);
      return given ? words(given.text) : "";
    },
    [words, givenCases],
  );
}
