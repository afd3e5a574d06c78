"use client";

import { useTranslations } from "next-intl";
import { linesOf } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";

/** What the phones show, and in the closing that they ask something; there is nothing to do but talk. */
export function PauseFacilitator({ planned }: Shown<PauseSettings, PauseRecord>) {
  const t = useTranslations("console");
  const words = useWords();
  const { text, role } = planned.settings;
  const { lines, note } = linesOf(words(text));
  return (
    <div className="flex flex-col gap-3">
      <ul className="measure flex flex-col gap-2">
        {lines.map((line) => (
          <li className="rounded-control border border-line bg-surface px-3 py-2.5" key={line}>
            {line}
          </li>
        ))}
      </ul>
      {note ? <p className="measure text-ink-2">{note}</p> : null}
      {role === "closing" ? <p className="measure text-ink-2">{t("checksSealed")}</p> : null}
    </div>
  );
}
