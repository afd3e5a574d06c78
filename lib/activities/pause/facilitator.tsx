"use client";

import { useTranslations } from "next-intl";
import { BelowLines } from "@/lib/activities/pause/below-lines";
import { linesOf } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWording } from "@/lib/client/use-words";
import { PlanList } from "@/lib/ui/console/plan-list";

/** What the phones show, and in the closing that they ask something; there is nothing to do but talk. */
export function PauseFacilitator({ planned }: Shown<PauseSettings, PauseRecord>) {
  const t = useTranslations("kinds.pause.console");
  const wordingOf = useWording();
  const { text, role } = planned.settings;
  const wording = wordingOf(text);
  const { lines, note } = linesOf(wording.text);
  return (
    <div className="flex flex-col gap-3">
      <PlanList lang={wording.language}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </PlanList>
      <BelowLines className="measure text-ink-2" language={wording.language} note={note} />
      {role === "closing" ? <p className="measure text-ink-2">{t("checksSealed")}</p> : null}
    </div>
  );
}

export const pauseOnConsole = defineOnConsole(pauseScreens, PauseFacilitator);
