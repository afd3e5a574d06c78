"use client";

import { useTranslations } from "next-intl";
import { type ArcPart, ArcPicture } from "@/app/sessions/arc-picture";
import { DEEPEST_BETWEEN, deepestPoint } from "@/app/sessions/plans/deepest-point";
import { clockTime } from "@/lib/clock-times";

const percent = (share: number): number => Math.round(share * 100);

export interface ArcLineProps {
  parts: readonly ArcPart[];
  /** Minutes of the whole plan, with what no part takes. */
  minutes: number;
  /** Minutes since midnight at which it begins; null where that isn't known. */
  start: number | null;
}

/** How a plan rises and comes down again, from when to when, and whether it comes closest where it should. */
export function ArcLine({ parts, minutes, start }: ArcLineProps) {
  const t = useTranslations("agenda");
  const deepest = deepestPoint(parts);
  return (
    <div className="flex flex-col gap-1">
      <ArcPicture isLow parts={parts} />
      <div className="tabular flex justify-between gap-3 text-ink-2 text-sm">
        <span>{start === null ? null : clockTime(start, 0)}</span>
        {deepest ? <span>{t("deepest", { percent: percent(deepest.share) })}</span> : null}
        <span>{start === null ? null : clockTime(start, minutes)}</span>
      </div>
      {deepest && !deepest.isPlacedWell ? (
        <p className="rounded-chip bg-ochre-soft px-2 py-1 text-ochre text-sm">
          {t("deepestElsewhere", {
            least: percent(DEEPEST_BETWEEN.least),
            most: percent(DEEPEST_BETWEEN.most),
          })}
        </p>
      ) : null}
    </div>
  );
}
