"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { wordsOfCase } from "@/lib/activities/reframe/schema";
import { StageCase } from "@/lib/activities/reframe/stage";
import { reframeRecord } from "@/lib/activities/reframe/view";
import type { StageProps } from "@/lib/activities/stage-kit";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { StageFrame } from "@/lib/ui/stage-frame";

/** Too few to show: never the number, always what to do instead, as phones and console say it. */
export function TalkInsteadPicture(
  props: Pick<
    StageProps<PlannedActivity["kind"]>,
    "record" | "words" | "surroundings" | "onPages"
  > & {
    planned: PlannedActivity;
  },
) {
  const { planned, record, words, surroundings, onPages } = props;
  const t = useTranslations("common");
  useEffect(() => onPages?.(1), [onPages]);
  const parsed = reframeRecord.safeParse(record);
  const cases =
    planned.kind === "reframe" && parsed.success
      ? parsed.data.cases.map((each) => wordsOfCase(planned.settings.source, each))
      : [];
  return (
    <StageFrame {...surroundings} heading={t("tooFew")}>
      {cases.map((text) => {
        if (text === null) return null;
        const shown = typeof text === "string" ? text : words(text);
        return <StageCase key={shown} text={shown} />;
      })}
      <div className="flex flex-1 flex-col justify-center">
        <p className="max-w-[52ch] text-pretty text-stage-card">{words(planned.talkInstead)}</p>
      </div>
    </StageFrame>
  );
}
