"use client";

import type { FacilitatorScreenProps } from "@/lib/console/facilitator-screen";
import { useWords } from "@/lib/i18n/use-words";

/** What the phones show; there is nothing to do but talk. */
export function PauseFacilitator({ view }: FacilitatorScreenProps) {
  const words = useWords();
  if (view.planned?.kind !== "pause") return null;
  return (
    <ul className="measure flex flex-col gap-2">
      {words(view.planned.settings.text)
        .split("\n")
        .map((line) => (
          <li className="rounded-control border border-line bg-surface px-3 py-2.5" key={line}>
            {line}
          </li>
        ))}
    </ul>
  );
}
