"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { picturesOf, type SortPicture } from "@/lib/activities/sort/pictures";
import type { SortRecord } from "@/lib/activities/sort/record";
import type { SortSettings } from "@/lib/activities/sort/schema";
import { sortScreens } from "@/lib/activities/sort/screens";
import { useNaming } from "@/lib/activities/sort/use-naming";
import { Quarters, Swarm } from "@/lib/ui/quarters";
import { ShareMark, StackedBar } from "@/lib/ui/stacked-bar";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { WayScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

type Props = Shown<SortSettings, SortRecord> & StageProps;

/** The prompt while people think and place; then how the room placed it, one picture on each page. */
export function SortStage(props: Props) {
  const { planned, phase, record, words, clock, progress, sealed, surroundings, onPages } = props;
  const isAsked = record.result === null;
  useEffect(() => {
    if (isAsked) onPages?.(1);
  }, [isAsked, onPages]);
  if (!isAsked) return <Result {...props} />;
  return (
    <PromptPicture
      drawing={phase === "place" ? sealed : <WayScene />}
      prompt={words(planned.prompt)}
      surroundings={surroundings}
    >
      {clock}
      {progress}
    </PromptPicture>
  );
}

function Result({ planned, record, page, words, textOf, clock, surroundings, onPages }: Props) {
  const t = useTranslations("kinds.sort.stage");
  const common = useTranslations("kinds.sort.common");
  const naming = useNaming(textOf);
  const { settings } = planned;
  const pictures = picturesOf(settings, record.result, naming);
  const pages = Math.max(1, pictures.length);
  useEffect(() => onPages?.(pages), [pages, onPages]);
  const shown = pictures[Math.min(page, pages - 1)];
  const n = record.result?.n ?? null;
  const corner = useMemo<ReactNode>(
    () => (n === null ? null : t(settings.tells === "empty" ? "maps" : "people", { n })),
    [n, settings.tells, t],
  );
  if (!shown) return null;
  return (
    <StageFrame
      {...surroundings}
      corner={
        <span className="flex gap-[calc(3*var(--u))]">
          {clock}
          <span>{corner}</span>
        </span>
      }
      heading={shown.question ?? common(settings.tells === "empty" ? "roomEmpty" : "room")}
      note={settings.note ? words(settings.note) : surroundings.note}
    >
      <StagePicture picture={shown} />
    </StageFrame>
  );
}

function StagePicture({ picture }: { picture: SortPicture }) {
  switch (picture.type) {
    case "shares":
      return <StageShares {...picture} />;
    case "quarters":
      return <StageQuarters {...picture} />;
    case "withheld":
      return <p className="fade-in text-balance text-stage-card text-ink-2">{picture.why}</p>;
  }
}

/** One bar over the whole width, and a line for each of its parts, as large as all that is read from far away. */
function StageShares({ shares }: Extract<SortPicture, { type: "shares" }>) {
  return (
    <div className="fade-in flex min-h-0 flex-1 flex-col gap-[calc(1*var(--u))] pt-[calc(0.4*var(--u))]">
      <StackedBar className="h-[calc(7*var(--u))] w-full shrink-0" shares={shares} />
      <ul className="flex min-h-0 flex-1 flex-col justify-evenly text-stage-card">
        {shares.map(({ id, label, reading, isOther }, at) => (
          <li
            className="flex items-baseline gap-[calc(1.4*var(--u))] border-line border-t py-[calc(0.1*var(--u))]"
            key={id}
          >
            <ShareMark at={at} className="size-[calc(2*var(--u))]" isOther={isOther} />
            <span className="min-w-0 flex-1">{label}</span>
            <strong className="tabular font-semibold">{reading}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}

function StageQuarters({
  across,
  up,
  quarters,
  other,
}: Extract<SortPicture, { type: "quarters" }>) {
  const most = Math.max(1, ...quarters.map(({ dots }) => dots ?? 0));
  return (
    <>
      <Quarters
        across={across}
        className="fade-in flex-1"
        endsClassName="text-stage-label py-[calc(0.3*var(--u))]"
        up={up}
      >
        {quarters.map(({ id, label, value, dots }) => (
          <div
            className={`flex min-h-0 items-center justify-center gap-[calc(2*var(--u))] ${dots === null ? "" : "p-[calc(0.6*var(--u))]"}`}
            key={id}
          >
            <span className="sr-only">{label}: </span>
            {dots === null ? null : (
              <Swarm className="h-full min-h-0 max-w-[60%]" count={dots} of={most} />
            )}
            {dots === null && other !== null ? (
              <span className="text-ink-2">{value}</span>
            ) : (
              <strong className="tabular font-medium font-serif text-stage-prompt">{value}</strong>
            )}
          </div>
        ))}
      </Quarters>
      {other === null ? null : <p className="pt-[calc(0.6*var(--u))] text-ink-2">{other}</p>}
    </>
  );
}

export const sortOnStage = defineOnStage(sortScreens, SortStage);
