"use client";

import { useTranslations } from "next-intl";
import { commitRecord } from "@/lib/activities/commit/view";
import { PromptPicture, type StageProps } from "@/lib/activities/stage-kit";

/** The prompt and the clock, then what to ask of a plan: what is written stays on the phones. */
export function CommitStage(props: StageProps<"commit">) {
  const { planned, phase, words, clock, progress, surroundings } = props;
  const t = useTranslations("stage");
  const parsed = commitRecord.safeParse(props.record);
  const finished = parsed.success ? parsed.data.finished : null;
  const checks = phase === "check" ? planned.settings.checks : [];
  // On lines of their own: they are read out one after the other.
  const prompt = checks.length > 0 ? checks.map(words).join("\n") : words(planned.prompt);
  return (
    <PromptPicture prompt={prompt} surroundings={surroundings}>
      {clock}
      {phase === "closed" ? null : progress}
      {finished === null ? null : <span>{t("plansFinished", { n: finished })}</span>}
    </PromptPicture>
  );
}
