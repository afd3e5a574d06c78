"use client";

import { useTranslations } from "next-intl";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { ShiftPicture } from "@/lib/activities/scale/shift-picture";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { DistributionChart } from "@/lib/ui/distribution-chart";

/** While asking only the questions, then the result, the same as everybody sees. */
export function ScaleFacilitator({ planned, record }: Shown<ScaleSettings, ScaleRecord>) {
  const t = useTranslations("kinds.scale.console");
  const words = useWords();
  const textOf = useWordsText();
  const { items } = planned.settings;
  const { asking, totals, shifts } = record;

  if (totals === null && shifts === null) {
    return (
      <div className="flex flex-col gap-3">
        <ol className="flex flex-col gap-2">
          {items.map((item) => (
            <li
              className="rounded-control border border-line bg-surface px-3 py-2.5"
              key={item.key}
            >
              <p>{words(item.prompt)}</p>
              <p className="text-ink-2 text-sm">
                0: {words(item.low)} · 10: {words(item.high)}
              </p>
            </li>
          ))}
        </ol>
        <p className="text-ink-2 text-sm">
          {t(asking === "first" ? "answersStay" : "answersSealed")}
        </p>
      </div>
    );
  }

  const moved = items.flatMap((item) => {
    const shift = shifts?.[item.key];
    return shift ? [{ item, shift }] : [];
  });
  const shown = items.flatMap((item) => {
    const counts = totals?.[item.key]?.counts;
    return counts ? [{ item, counts }] : [];
  });
  return (
    <ul className="flex flex-col gap-6">
      {moved.map(({ item, shift }) => (
        <li className="max-w-[440px]" key={item.key}>
          <h2 className="font-semibold">{words(item.prompt)}</h2>
          <p className="mb-2 text-ink-2 text-sm">{t("pairs", { n: shift.n })}</p>
          <ShiftPicture shift={shift} />
        </li>
      ))}
      {shown.map(({ item, counts }) => (
        <li className="max-w-[440px]" key={item.key}>
          <h2 className="font-semibold">{words(item.prompt)}</h2>
          <p className="mb-2 text-ink-2 text-sm">
            {t("answers", { n: counts.reduce((sum, count) => sum + count, 0) })} ·{" "}
            {t("median", { value: medianOf(counts) })}
          </p>
          <DistributionChart
            anchors={{ low: textOf(item.low), high: textOf(item.high) }}
            series={seriesOf(counts)}
            title={textOf(item.prompt)}
          />
        </li>
      ))}
    </ul>
  );
}

function seriesOf(counts: readonly number[]) {
  return [{ id: "all", label: "", counts }];
}

/** The middle score, between two scores where the middle falls between them. */
function medianOf(counts: readonly number[]): number {
  const scores = counts.flatMap((count, score) => Array.from({ length: count }, () => score));
  const middle = (scores.length - 1) / 2;
  const low = scores[Math.floor(middle)] ?? 0;
  const high = scores[Math.ceil(middle)] ?? 0;
  return (low + high) / 2;
}
