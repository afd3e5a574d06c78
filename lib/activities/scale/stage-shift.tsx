"use client";

import { useTranslations } from "next-intl";
import type { Shift } from "@/lib/activities/scale/schema";
import { Bands, Directions } from "@/lib/activities/scale/shift-picture";

/**
 * How those moved who answered both times: medians and directions, beside them the bands where there
 * are enough pairs. All of it is read from ten metres, so numbers stand as large as words.
 */
export function StageShift({ shift }: { shift: Shift }) {
  const t = useTranslations("kinds.scale.summary");
  const { medians } = shift;
  return (
    <div className="fade-in flex min-h-0 flex-1 flex-col justify-between gap-[calc(1.5*var(--u))]">
      <div className="grid grid-cols-2 gap-x-[calc(5*var(--u))]">
        <div className="flex flex-col gap-[calc(2.4*var(--u))]">
          {medians ? (
            <dl className="flex gap-[calc(5*var(--u))]">
              <Median label={t("medianBefore")} value={medians.before} />
              <Median label={t("medianAfter")} value={medians.after} />
            </dl>
          ) : (
            <p>{t("wouldSubtract")}</p>
          )}
          <Directions shift={shift} />
        </div>
        <div className="flex flex-col gap-[calc(1.6*var(--u))]">
          <Bands shift={shift} />
        </div>
      </div>
      <p className="text-ink-2">{t("selfReport")}</p>
    </div>
  );
}

function Median({ label, value }: { label: string; value: number }) {
  return (
    <div className="flex flex-col-reverse">
      <dt className="text-ink-2">{label}</dt>
      <dd className="tabular font-semibold text-stage-prompt">{value}</dd>
    </div>
  );
}
