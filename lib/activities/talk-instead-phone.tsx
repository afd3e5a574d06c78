"use client";

import { useTranslations } from "next-intl";
import type { Unread } from "@/lib/activities/screens-contract";
import { SubjectQuotes } from "@/lib/activities/subject-quotes";
import { ActivityFrame } from "@/lib/client/participant/activity-frame";
import { useWay } from "@/lib/client/participant/use-way";
import { useWords } from "@/lib/i18n/use-words";

/** Too few to show: what everybody does instead, in the words of stage and console. */
export function TalkInsteadScreen({ planned, phase, record }: Unread) {
  const t = useTranslations("common");
  const words = useWords();
  const way = useWay(planned.key, phase);
  return (
    <ActivityFrame planned={planned} prompt={t("tooFew")} way={way}>
      <p className="text-xl">{words(planned.talkInstead)}</p>
      <SubjectQuotes planned={planned} record={record} />
    </ActivityFrame>
  );
}
