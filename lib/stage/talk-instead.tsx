"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { screensOf } from "@/lib/activities/screens";
import type { StageProps, Unread } from "@/lib/activities/screens-contract";
import { StageSubject } from "@/lib/ui/stage/pictures";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { textKey } from "@/lib/words";

/** Too few to show: never the number, always what to do instead, as phones and console say it. */
export function TalkInsteadPicture(
  props: Pick<Unread, "planned" | "record"> &
    Pick<StageProps, "words" | "surroundings" | "onPages">,
) {
  const { planned, record, words, surroundings, onPages } = props;
  const t = useTranslations("common");
  useEffect(() => onPages?.(1), [onPages]);
  const subjects = screensOf(planned.kind).subjects({ planned, record });
  return (
    <StageFrame {...surroundings} heading={t("tooFew")}>
      {subjects.map((subject) =>
        typeof subject === "string" ? (
          <StageSubject key={subject}>{subject}</StageSubject>
        ) : (
          <StageSubject key={textKey(subject)}>{words(subject)}</StageSubject>
        ),
      )}
      <div className="flex flex-1 flex-col justify-center">
        <p className="max-w-[52ch] text-pretty text-stage-card">{words(planned.talkInstead)}</p>
      </div>
    </StageFrame>
  );
}
