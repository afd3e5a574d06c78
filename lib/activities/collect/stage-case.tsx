"use client";

import { useTranslations } from "next-intl";
import { caseTalkedOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { StageProps } from "@/lib/activities/screens-contract";
import { StageFrame, StageHeading } from "@/lib/ui/stage/stage-frame";
import { textKey } from "@/lib/words";

interface CasePictureProps extends Pick<StageProps, "words" | "clock" | "surroundings"> {
  record: CollectRecord;
  caseFirst: CaseFirst | null;
}

/** The case that the room talks about in threes, and what it asks of it: both at once, however long the case is. */
export function CasePicture({ record, caseFirst, words, clock, surroundings }: CasePictureProps) {
  const t = useTranslations("kinds.collect.common");
  const shown = caseTalkedOf(caseFirst, record.case);
  return (
    <StageFrame {...surroundings}>
      <StageHeading>{shown && words(shown.text)}</StageHeading>
      <div className="flex min-h-0 flex-1 items-center justify-between gap-[calc(4*var(--u))]">
        <div className="flex min-w-0 flex-col gap-[calc(0.8*var(--u))]">
          <p className="text-ink-2">{t("caseTalk")}</p>
          <ul className="flex flex-col gap-[calc(0.4*var(--u))] text-stage-card">
            {caseFirst?.questions.map((question) => (
              <li key={textKey(question)}>{words(question)}</li>
            ))}
          </ul>
        </div>
        <div className="shrink-0 *:[[role=timer]]:font-serif *:[[role=timer]]:text-stage-prompt">
          {clock}
        </div>
      </div>
    </StageFrame>
  );
}
