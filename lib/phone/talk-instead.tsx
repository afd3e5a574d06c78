"use client";

import { useTranslations } from "next-intl";
import type { Unread } from "@/lib/activities/screens-contract";
import { SubjectQuotes } from "@/lib/activities/subject-quotes";
import { useWords } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Too few to show: what everybody does instead, in the words of stage and console. */
export function TalkInsteadScreen({ planned, phase, record }: Unread) {
  const t = useTranslations("common");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} prompt={t("tooFew")} progress={progress}>
      <p className="text-xl">{words(planned.talkInstead)}</p>
      <SubjectQuotes planned={planned} record={record} />
    </ActivityFrame>
  );
}
