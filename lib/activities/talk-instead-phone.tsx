"use client";

import { useTranslations } from "next-intl";
import { CaseQuotes } from "@/lib/activities/reframe/case-quotes";
import { ActivityFrame, type ScreenProps } from "@/lib/client/participant/activity-frame";
import { useWay } from "@/lib/client/participant/use-way";
import { useWords } from "@/lib/i18n/use-words";
import type { PlannedActivity } from "@/lib/session/view-schema";

/** Too few to show: what everybody does instead, in the words of stage and console. */
export function TalkInsteadScreen(props: ScreenProps<PlannedActivity["kind"]>) {
  const { planned, phase, record } = props;
  const t = useTranslations("common");
  const words = useWords();
  const way = useWay(planned.key, phase);
  return (
    <ActivityFrame planned={planned} prompt={t("tooFew")} way={way}>
      <p className="text-xl">{words(planned.talkInstead)}</p>
      {planned.kind === "reframe" ? (
        <CaseQuotes record={record} source={planned.settings.source} />
      ) : null}
    </ActivityFrame>
  );
}
