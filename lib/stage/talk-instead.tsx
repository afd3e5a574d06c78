"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { screensOf } from "@/lib/activities/screens";
import type { StageProps, Unread } from "@/lib/activities/screens-contract";
import { StageSubject } from "@/lib/ui/stage/pictures";
import { TalkScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { StageDrawing } from "@/lib/ui/stage/stage-prompt";

/** Too few to show: never the number, always what to do instead, as phones and console say it. */
export function TalkInsteadPicture(
  props: Pick<Unread, "planned" | "record"> &
    Pick<StageProps, "page" | "words" | "surroundings" | "onPages">,
) {
  const { planned, record, page, words, surroundings, onPages } = props;
  const t = useTranslations("common");
  const subjects = screensOf(planned.kind).subjects({ planned, record });
  // One at a time, as they were worked on: with what to do there is room for no more.
  const pages = Math.max(1, subjects.length);
  useEffect(() => onPages?.(pages), [pages, onPages]);
  const subject = subjects[Math.min(page, pages - 1)];
  return (
    <StageFrame {...surroundings} heading={t("tooFew")}>
      {subject === undefined ? (
        <div className="grid flex-1 grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] items-center gap-[calc(4*var(--u))]">
          <p className="text-pretty text-stage-card">{words(planned.talkInstead)}</p>
          <StageDrawing drawing={<TalkScene />} />
        </div>
      ) : (
        <>
          <StageSubject>{typeof subject === "string" ? subject : words(subject)}</StageSubject>
          <div className="flex flex-1 flex-col justify-center">
            <p className="max-w-[52ch] text-pretty text-stage-card">{words(planned.talkInstead)}</p>
          </div>
        </>
      )}
    </StageFrame>
  );
}
