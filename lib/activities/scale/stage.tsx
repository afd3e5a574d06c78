"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { StageShift } from "@/lib/activities/scale/stage-shift";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { spokenTitle, useSpokenCounts } from "@/lib/ui/spoken-chart";
import { PromptPicture } from "@/lib/ui/stage/pictures";
import { StageFrame } from "@/lib/ui/stage/stage-frame";

/** The question while asking; the result once everybody has answered: pairs on one sheet, else one item per page. */
export function ScaleStage(props: Shown<ScaleSettings, ScaleRecord> & StageProps) {
  const { planned, phase, record, words, clock, progress, sealed, surroundings, onPages } = props;
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
  useEffect(() => {
    if (isAsked) onPages?.(1);
  }, [isAsked, onPages]);

  if (isAsked) {
    return (
      <PromptPicture drawing={sealed} prompt={words(planned.prompt)} surroundings={surroundings}>
        {clock}
        {progress}
      </PromptPicture>
    );
  }
  return moved.length > 0 ? <StageShift {...props} moved={moved} /> : <Totals {...props} />;
}

export const scaleOnStage = defineOnStage(scaleScreens, ScaleStage);

/** What was asked once, a question on each page. */
function Totals(props: Shown<ScaleSettings, ScaleRecord> & StageProps) {
  const { planned, record, page, words, textOf, surroundings, onPages } = props;
  const t = useTranslations("kinds.scale.stage");
  // What too few answered has no page, as it has no place on phone and console.
  const items = planned.settings.items.flatMap((item) => {
    const counts = record.totals?.[item.key]?.counts;
    return counts ? [{ item, counts }] : [];
  });
  const pages = Math.max(1, items.length);
  useEffect(() => onPages?.(pages), [pages, onPages]);
  const at = Math.min(page, items.length - 1);
  const shown = items[at];
  if (!shown) return null;
  const { item, counts } = shown;
  return (
    <StageFrame
      {...surroundings}
      corner={t("answers", { n: counts.reduce((sum, count) => sum + count, 0) })}
      heading={words(item.prompt)}
      note={items.length > 1 ? t("questionOnPage", { n: at + 1, total: items.length }) : null}
    >
      <Columns
        counts={counts}
        high={words(item.high)}
        key={item.key}
        low={words(item.low)}
        title={textOf(item.prompt)}
      />
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
