"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { caseText } from "@/lib/activities/roleplay/case-text";
import { DE_ROLE, roundStepAt } from "@/lib/activities/roleplay/phases";
import { type RoleplayStageProps, roleplayScreens } from "@/lib/activities/roleplay/screens";
import { DebriefPicture } from "@/lib/activities/roleplay/stage-debrief";
import { GroupsPicture } from "@/lib/activities/roleplay/stage-groups";
import { RoundPicture } from "@/lib/activities/roleplay/stage-round";
import { defineOnStage } from "@/lib/activities/screens-contract";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { AirScene, TalkScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { textKey } from "@/lib/words";

/** The case, where the groups meet, the clock of each step, putting the role down, and what is talked about. */
export function RoleplayStage(props: RoleplayStageProps) {
  const { planned, phase, record, words, clock, progress, sealed, surroundings, onPages } = props;
  const t = useTranslations("kinds.roleplay.stage");
  const { settings } = planned;
  const step = roundStepAt(settings, phase);
  const hasPages = phase === "gather" || settings.debrief.some(({ key }) => key === phase);
  useEffect(() => {
    if (!hasPages) onPages?.(1);
  }, [hasPages, onPages]);

  if (step) return <RoundPicture {...props} step={step} />;
  if (phase === DE_ROLE) return <DeRolePicture {...props} />;
  switch (phase) {
    case "intro":
      return (
        <PromptPicture drawing={sealed} prompt={words(planned.prompt)} surroundings={surroundings}>
          {clock}
          {progress}
        </PromptPicture>
      );
    case "choose":
      return (
        <PromptPicture drawing={<AirScene />} prompt={t("caseComes")} surroundings={surroundings} />
      );
    case "case":
      return (
        <StageFrame {...surroundings} corner={clock} heading={t("case")}>
          <p className="flex max-w-[36ch] flex-1 flex-col justify-center whitespace-pre-line text-pretty font-medium font-serif text-[calc(4.2*var(--u))] leading-[1.3]">
            {caseText(settings, record, words)}
          </p>
        </StageFrame>
      );
    case "assign":
      return (
        <PromptPicture drawing={<TalkScene />} prompt={t("soon")} surroundings={surroundings}>
          {clock}
        </PromptPicture>
      );
    case "gather":
      return <GroupsPicture {...props} />;
    default:
      return <DebriefPicture {...props} />;
  }
}

export const roleplayOnStage = defineOnStage(roleplayScreens, RoleplayStage);

/** Step by step back to oneself. */
function DeRolePicture({ planned, words, clock, surroundings }: RoleplayStageProps) {
  const t = useTranslations("kinds.roleplay.stage");
  return (
    <StageFrame {...surroundings} corner={clock} heading={t("deRole")}>
      <ol className="flex min-h-0 flex-1 flex-col justify-center gap-[calc(2.6*var(--u))]">
        {(planned.settings.deRole ?? []).map((line, at) => (
          <li className="flex items-baseline gap-[calc(2.4*var(--u))]" key={textKey(line)}>
            <span
              aria-hidden
              className="tabular font-medium font-serif text-accent text-stage-prompt"
            >
              {at + 1}
            </span>
            <span className="text-[calc(4*var(--u))] leading-[1.25]">{words(line)}</span>
          </li>
        ))}
      </ol>
    </StageFrame>
  );
}
