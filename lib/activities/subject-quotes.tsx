"use client";

import { screensOf } from "@/lib/activities/screens";
import type { Unread } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { textKey } from "@/lib/words";

/** What a room talks about that has too few to show; nothing where everybody has their own. */
export function SubjectQuotes({ planned, record }: Pick<Unread, "planned" | "record">) {
  const words = useWords();
  return screensOf(planned.kind)
    .subjects({ planned, record })
    .map((subject) => (
      <PeoplesWords
        as="blockquote"
        className="measure whitespace-pre-line border-accent border-s-4 ps-3"
        key={typeof subject === "string" ? subject : textKey(subject)}
      >
        {typeof subject === "string" ? subject : words(subject)}
      </PeoplesWords>
    ));
}
