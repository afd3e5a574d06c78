"use client";

import { useTranslations } from "next-intl";
import { caseTalkedOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CaseFirst } from "@/lib/activities/collect/schema";
import type { StageProps } from "@/lib/activities/screens-contract";
import { TalkScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";
import { textKey } from "@/lib/words";

interface CasePictureProps extends Pick<StageProps, "words" | "clock" | "surroundings"> {
  record: CollectRecord;
  caseFirst: CaseFirst | null;
}

/** The case that the room talks about in threes, and what it asks of it. */
export function CasePicture({ record, caseFirst, words, clock, surroundings }: CasePictureProps) {
  const t = useTranslations("kinds.collect.common");
  const shown = caseTalkedOf(caseFirst, record.case);
  return (
    <StageFrame {...surroundings} corner={t("caseTalk")}>
      <StagePrompt
        drawing={<TalkScene />}
        prompt={shown && words(shown.text)}
        text={
          <ul className="flex flex-col gap-[calc(0.6*var(--u))]">
            {caseFirst?.questions.map((question) => (
              <li key={textKey(question)}>{words(question)}</li>
            ))}
          </ul>
        }
      >
        {clock}
      </StagePrompt>
    </StageFrame>
  );
}
