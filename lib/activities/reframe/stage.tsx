"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { reframeScreens } from "@/lib/activities/reframe/screens";
import { VotePicture } from "@/lib/activities/reframe/stage-vote";
import {
  aboveOf,
  type ReframeStageProps,
  shownCase,
  TopReadings,
} from "@/lib/activities/reframe/top-readings";
import { defineOnStage } from "@/lib/activities/screens-contract";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { AirScene, TalkScene } from "@/lib/ui/stage/scenes";

/** The case, the question, a task for two during review, the vote, then the top readings. */
export function ReframeStage(props: ReframeStageProps) {
  const { planned, phase, record, page, words, clock, progress, sealed, aid } = props;
  const { surroundings, onPages } = props;
  const t = useTranslations("kinds.reframe.stage");
  const { cases } = record;

  // One case at a time while it is worked on; the facilitator turns to the next.
  const showsOneCase = phase === "case" || phase === "write";
  useEffect(() => {
    if (showsOneCase) onPages?.(Math.max(1, cases.length));
  }, [showsOneCase, cases.length, onPages]);

  const { source } = planned.settings;
  const current = cases[Math.min(page, cases.length - 1)];
  const above = aboveOf(props, current);

  switch (phase) {
    case "choose":
      return (
        <PromptPicture
          drawing={<AirScene />}
          prompt={words(planned.prompt)}
          surroundings={surroundings}
        >
          {t("caseComes")}
        </PromptPicture>
      );
    case "case":
      return (
        <PromptPicture
          prompt={source.from === "own" ? words(source.task) : current && shownCase(props, current)}
          drawing={sealed}
          surroundings={surroundings}
        >
          {clock}
          {source.from === "own" ? progress : null}
        </PromptPicture>
      );
    case "write":
      return (
        <PromptPicture
          above={above}
          below={aid}
          prompt={words(planned.prompt)}
          drawing={sealed}
          surroundings={surroundings}
        >
          {clock}
          {progress}
        </PromptPicture>
      );
    case "review":
      return (
        <PromptPicture
          drawing={<TalkScene />}
          prompt={words(planned.settings.bridge)}
          surroundings={surroundings}
        />
      );
    case "vote":
      return <VotePicture {...props} />;
    default:
      return <TopReadings {...props} above={above} />;
  }
}

export const reframeOnStage = defineOnStage(reframeScreens, ReframeStage);
