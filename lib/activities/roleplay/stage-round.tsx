"use client";

import { useTranslations } from "next-intl";
import { type RoundStep, roundSteps } from "@/lib/activities/roleplay/phases";
import { RoundClock } from "@/lib/activities/roleplay/round-clock";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/screens";
import { SceneChairs } from "@/lib/ui/drawn/drawings";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

/** What a round is about, what this step of it asks, and how much of it is left. */
export function RoundPicture({
  planned,
  record,
  step,
  words,
  runningClock,
  progress,
  sealed,
  surroundings,
}: RoleplayStageProps & { step: RoundStep }) {
  const t = useTranslations("kinds.roleplay");
  const all = useTranslations();
  const { rounds, label, source } = planned.settings;
  const name = rounds[step.round - 1] ?? null;
  const { text } = step.step;
  const says = all(`kinds.roleplay.phases.${step.step.key}.name`);
  const steps = roundSteps(planned.settings);
  const next = steps[steps.findIndex((each) => each.name === step.name) + 1];
  const writes = sealed !== null && record.roundMode !== "spoken";
  return (
    <StageFrame
      {...surroundings}
      label={
        <>
          {surroundings.label}
          <span className="mt-[calc(0.6*var(--u))] flex items-center gap-[calc(1.2*var(--u))]">
            {t("common.round", { n: step.round, total: rounds.length })}
            <RoundMarks of={rounds.length} round={step.round} />
          </span>
        </>
      }
      note={label ? words(label) : surroundings.note}
    >
      <div className="grid min-h-0 flex-1 grid-cols-[minmax(0,1.25fr)_minmax(0,1fr)] items-center gap-[calc(4*var(--u))]">
        <div className="flex h-full min-h-0 flex-col justify-center gap-[calc(2*var(--u))]">
          <p className="text-balance font-medium font-serif text-stage-prompt">
            {name ? words(name) : text ? words(text) : says}
          </p>
          {name && text ? <p className="text-pretty text-stage-card">{words(text)}</p> : null}
          {source.from === "own" ? null : (
            // As large as what is said leaves room for.
            <div className="min-h-0 shrink basis-[calc(15*var(--u))]">
              <SceneChairs className="h-full max-w-full" />
            </div>
          )}
        </div>
        <RoundClock clock={runningClock}>
          <p>{says}</p>
          {next ? (
            <p>{t("stage.then", { step: all(`kinds.roleplay.phases.${next.step.key}.name`) })}</p>
          ) : null}
          {writes ? progress : null}
        </RoundClock>
      </div>
    </StageFrame>
  );
}

/** Rounds that are over and the one that is on, as strokes. The words beside it say the same. */
function RoundMarks({ round, of }: { round: number; of: number }) {
  return (
    <span aria-hidden className="flex gap-[calc(0.6*var(--u))]">
      {Array.from({ length: of }, (_, at) => at + 1).map((each) => (
        <span
          className={`h-[calc(0.8*var(--u))] rounded-full ${each === round ? "w-[calc(4*var(--u))] bg-accent" : `w-[calc(1.7*var(--u))] ${each < round ? "bg-accent" : "bg-line"}`}`}
          key={each}
        />
      ))}
    </span>
  );
}
