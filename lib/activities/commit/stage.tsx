"use client";

import { useTranslations } from "next-intl";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { WayScene } from "@/lib/ui/stage/scenes";
import { textKey } from "@/lib/words";

/** The prompt and the clock, then what to ask of a plan: what is written stays on the phones. */
export function CommitStage(props: Shown<CommitSettings, CommitRecord> & StageProps) {
  const { planned, phase, record, words, clock, progress, sealed, surroundings } = props;
  const t = useTranslations("kinds.commit.stage");
  const { finished } = record;
  const checks = phase === "check" ? planned.settings.checks : [];
  // On lines of their own: they are read out one after the other.
  const prompt =
    checks.length > 0
      ? checks.map((check) => (
          <span className="block" key={textKey(check)}>
            {words(check)}
          </span>
        ))
      : words(planned.prompt);
  return (
    <PromptPicture
      prompt={prompt}
      drawing={phase === "fill" ? sealed : checks.length > 0 ? null : <WayScene />}
      surroundings={surroundings}
    >
      {clock}
      {phase === "closed" ? null : progress}
      {finished === null ? null : <span>{t("plansFinished", { n: finished })}</span>}
    </PromptPicture>
  );
}

export const commitOnStage = defineOnStage(commitScreens, CommitStage);
