"use client";

import "@/lib/client/zod-setup";
import { useLocale } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { type ExamplePlan, type ExampleViews, exampleViews } from "@/lib/example/example-session";

/** So long nothing was changed before an example is made: while somebody types, each letter would cost one. */
const QUIET_MS = 400;

export interface Example {
  /** Of which activity. */
  activity: string;
  views: ExampleViews;
}

/** What was made last, and of which plan. */
export interface MadeExample {
  of: object;
  example: Example | null;
  /** Whether nothing could be made of that plan: then the example is of an earlier one. */
  isBroken: boolean;
}

export const nothingMade: MadeExample = { of: {}, example: null, isBroken: false };

/** The example of an activity; the last one that could be made, where this plan can't be held. */
export function madeOf(
  before: MadeExample,
  plan: ExamplePlan,
  activity: string,
  language: "de" | "en",
): MadeExample {
  const views = triedViews(plan, activity, language);
  const example = views === null ? before.example : { activity, views };
  return { of: plan, example, isBroken: views === null };
}

/**
 * What made-up people make of an activity of a plan, on all screens. It is made here and not on the server, which has rooms
 * to serve.
 *
 * @param plan the same object as long as nothing of it changes
 */
export function useExample(
  plan: ExamplePlan,
  activity: string,
): { example: Example | null; isCurrent: boolean; isBroken: boolean } {
  const locale = useLocale();
  const [made, setMade] = useState(nothingMade);
  const last = useRef(nothingMade);
  const lastPlan = useRef(plan);
  useEffect(() => {
    const isEdited = lastPlan.current !== plan;
    lastPlan.current = plan;
    const language = locale === "en" ? "en" : "de";
    const timer = setTimeout(
      () => {
        // A whole session is held for it: not while React draws, which may ask twice.
        last.current = madeOf(last.current, plan, activity, language);
        setMade(last.current);
      },
      isEdited ? QUIET_MS : 0,
    );
    return () => clearTimeout(timer);
  }, [plan, activity, locale]);
  const { of, example, isBroken } = made;
  return { example, isBroken, isCurrent: of === plan && example?.activity === activity };
}

/** Null where the plan can't be held, whatever it is that keeps it from that. */
function triedViews(
  plan: ExamplePlan,
  activity: string,
  language: "de" | "en",
): ExampleViews | null {
  try {
    const views = exampleViews(plan, activity, { language, address: "du", now: Date.now() });
    return views.size > 0 ? views : null;
  } catch {
    return null;
  }
}
