"use client";

import { useTranslations } from "next-intl";
import { caseTalkedOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

/** The case that the room talks about in threes, and what it asks of it. Nothing is written yet. */
export function CaseScreen({ planned, phase, record }: Shown<CollectSettings, CollectRecord>) {
  const t = useTranslations("kinds.collect.phone");
  const common = useTranslations("kinds.collect.common");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { caseFirst } = planned.settings;
  const shown = caseTalkedOf(caseFirst, record.case);
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={t("caseTitle")}>
      {shown ? (
        <blockquote className="rounded-card border border-line bg-surface px-4 py-3 text-xl">
          {words(shown.text)}
        </blockquote>
      ) : null}
      <section className="flex flex-col gap-2">
        <h2 className="font-semibold">{common("caseTalk")}</h2>
        <ul className="flex list-disc flex-col gap-1 ps-5">
          {caseFirst?.questions.map((question) => (
            <li key={textKey(question)}>{words(question)}</li>
          ))}
        </ul>
      </section>
    </ActivityFrame>
  );
}
