"use client";

import { useTranslations } from "next-intl";
import { BelowLines } from "@/lib/activities/pause/below-lines";
import { linesOf } from "@/lib/activities/pause/lines";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseSettings } from "@/lib/activities/pause/schema";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWording, useWords } from "@/lib/client/use-words";
import { PlanList } from "@/lib/ui/console/plan-list";
import type { Words } from "@/lib/words";

/** What the phones show, in a pause with steps where the room is; there is nothing to do but talk. */
export function PauseFacilitator({ planned, phase }: Shown<PauseSettings, PauseRecord>) {
  const t = useTranslations("kinds.pause.console");
  const words = useWords();
  const { text, role, steps } = planned.settings;
  return (
    <div className="flex flex-col gap-3">
      {steps.length > 0 ? (
        <PlanList>
          {steps.map(({ key, text: said }) => (
            <li
              aria-current={key === phase ? "step" : undefined}
              className={key === phase ? "font-semibold" : "text-ink-2"}
              key={key}
            >
              {words(said)}
            </li>
          ))}
        </PlanList>
      ) : null}
      {text ? <Text text={text} /> : null}
      {role === "closing" ? <p className="measure text-ink-2">{t("checksSealed")}</p> : null}
    </div>
  );
}

function Text({ text }: { text: Words }) {
  const wording = useWording()(text);
  const { lines, note } = linesOf(wording.text);
  return (
    <>
      <PlanList lang={wording.language}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </PlanList>
      <BelowLines className="measure text-ink-2" language={wording.language} note={note} />
    </>
  );
}

export const pauseOnConsole = defineOnConsole(pauseScreens, PauseFacilitator);
