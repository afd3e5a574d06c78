"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import { OverlayColumns } from "@/lib/activities/scale/overlay-columns";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { answersIn, shownTotals } from "@/lib/activities/scale/shown-totals";
import { StageShift } from "@/lib/activities/scale/stage-shift";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { spokenTitle, useSpokenCounts } from "@/lib/ui/spoken-chart";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { TalkScene, WayScene } from "@/lib/ui/stage/scenes";
import { StageFrame } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";
import { textKey } from "@/lib/words";

/** The question while asking; the result once everybody has answered, and what the room makes of it. */
export function ScaleStage(props: Props) {
  const { planned, phase, record, words, clock, progress, sealed, surroundings, onPages } = props;
  const t = useTranslations("kinds.scale.common");
  const { totals, shifts } = record;
  const moved = useMemo(
    () =>
      planned.settings.items.flatMap((item) => {
        const shift = shifts?.[item.key];
        return shift ? [{ item, shift }] : [];
      }),
    [planned.settings.items, shifts],
  );
  const isAsked = phase === "ask" || (totals === null && shifts === null);
  const isOnePage = isAsked || phase === "pairs" || phase === "line";
  useEffect(() => {
    if (isOnePage) onPages?.(1);
  }, [isOnePage, onPages]);

  if (isAsked) {
    return (
      <PromptPicture drawing={sealed} prompt={words(planned.prompt)} surroundings={surroundings}>
        {clock}
        {progress}
      </PromptPicture>
    );
  }
  if (phase === "pairs") return <Talk {...props} />;
  if (phase === "line") {
    return (
      <PromptPicture drawing={<WayScene />} prompt={t("ownLine")} surroundings={surroundings}>
        {clock}
      </PromptPicture>
    );
  }
  return moved.length > 0 ? <StageShift {...props} moved={moved} /> : <Totals {...props} />;
}

export const scaleOnStage = defineOnStage(scaleScreens, ScaleStage);

type Props = Shown<ScaleSettings, ScaleRecord> & StageProps;

/** Two talk with each other; how a sentence could begin stands there, the result on their phones. */
function Talk({ planned, words, clock, surroundings }: Props) {
  const t = useTranslations("kinds.scale.common");
  const { starters } = planned.settings;
  return (
    <StageFrame {...surroundings}>
      <StagePrompt
        drawing={<TalkScene />}
        prompt={t("talk")}
        text={
          starters.length > 0 ? (
            <ul className="flex flex-col gap-[calc(0.8*var(--u))]">
              {starters.map((starter) => (
                <li key={textKey(starter)}>{words(starter)}</li>
              ))}
            </ul>
          ) : null
        }
      >
        {clock}
      </StagePrompt>
    </StageFrame>
  );
}

/** What was asked once: two questions on one axis, every other one on a page of its own. */
function Totals(props: Props) {
  const { planned, record, page, words, textOf, surroundings, onPages } = props;
  const t = useTranslations("kinds.scale.stage");
  const common = useTranslations("kinds.scale.common");
  // What too few answered has no page, as it has no place on phone and console.
  const { overlay, single } = shownTotals(planned.settings, record.totals);
  const pages = Math.max(1, single.length + (overlay ? 1 : 0));
  useEffect(() => onPages?.(pages), [pages, onPages]);
  const at = Math.min(page, pages - 1);
  const shown = single[overlay ? at - 1 : at];
  const { note } = planned.settings;
  const below = [
    ...(overlay && !shown && overlay.wide ? [overlay.wide] : []),
    ...(note ? [note] : []),
  ];
  const frame = {
    ...surroundings,
    note: pages > 1 ? t("questionOnPage", { n: at + 1, total: pages }) : null,
  };
  const notes = below.map((each) => (
    <p className="pt-[calc(0.8*var(--u))] text-ink-2" key={textKey(each)}>
      {words(each)}
    </p>
  ));
  if (shown) {
    const { item, counts } = shown;
    return (
      <StageFrame
        {...frame}
        corner={common("answers", { n: answersIn(counts) })}
        heading={words(item.prompt)}
      >
        <Columns
          counts={counts}
          high={words(item.high)}
          key={item.key}
          low={words(item.low)}
          title={textOf(item.prompt)}
        />
        {notes}
      </StageFrame>
    );
  }
  if (!overlay) return null;
  return (
    <StageFrame {...frame} heading={words(planned.prompt)}>
      <OverlayColumns overlay={overlay} size="wide" textOf={textOf} words={words} />
      {notes}
    </StageFrame>
  );
}

/**
 * The distribution over the whole width. Columns grow and shrink with the room that is left, their
 * numbers do not: read from ten metres, text never gets smaller. Empty values show no zero.
 */
function Columns(props: {
  counts: readonly number[];
  low: ReactNode;
  high: ReactNode;
  title: string;
}) {
  const { counts, low, high, title } = props;
  const most = Math.max(1, ...counts);
  const inWords = useSpokenCounts();
  return (
    <div
      aria-label={`${spokenTitle(title)} ${inWords(counts)}`}
      className="fade-in flex min-h-0 flex-1 flex-col pt-[calc(1*var(--u))]"
      role="img"
    >
      <div className="flex min-h-0 flex-1 gap-[calc(0.8*var(--u))]">
        {counts.map((count, score) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the score
          <div className="flex min-w-0 flex-1 flex-col items-center" key={score}>
            <svg
              aria-hidden
              className="min-h-0 w-full flex-1"
              preserveAspectRatio="none"
              viewBox={`0 0 1 ${most}`}
            >
              <rect fill="var(--chart-1)" height={count} width={1} y={most - count} />
            </svg>
            <span className="tabular h-[calc(3.2*var(--u))] w-full border-edge border-t-2 text-center font-semibold">
              {score}
            </span>
            <span className="tabular h-[calc(3.2*var(--u))] text-ink-2">
              {count > 0 ? `${count}×` : null}
            </span>
          </div>
        ))}
      </div>
      <p className="flex justify-between gap-[calc(3*var(--u))] text-ink-2">
        <span>{low}</span>
        <span className="text-end">{high}</span>
      </p>
    </div>
  );
}
