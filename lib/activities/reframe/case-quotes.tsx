"use client";

import type { CaseSource } from "@/lib/activities/reframe/schema";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import { reframeRecord } from "@/lib/activities/reframe/view";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** The cases that a room talks about; nothing where everybody has their own. */
export function CaseQuotes({ record, source }: { record: unknown; source: CaseSource }) {
  const textOf = useCaseText(source);
  const parsed = reframeRecord.safeParse(record);
  const cases = parsed.success ? parsed.data.cases : [];
  return cases.map((each) => {
    const text = textOf(each);
    return text === null ? null : (
      <PeoplesWords
        as="blockquote"
        className="measure whitespace-pre-line border-accent border-s-4 ps-3"
        key={each.id}
      >
        {text}
      </PeoplesWords>
    );
  });
}
