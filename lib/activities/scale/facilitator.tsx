"use client";

import { useTranslations } from "next-intl";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { ShiftPicture } from "@/lib/activities/scale/shift-picture";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { CONSOLE_CHART_WIDTH, ConsoleChart } from "@/lib/ui/console/console-chart";
import { PlanList } from "@/lib/ui/console/plan-list";
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
        <PlanList>
          {items.map((item) => (
            <li key={item.key}>
              <p>{words(item.prompt)}</p>
              <p className="text-ink-2 text-sm">
                0: {words(item.low)} · 10: {words(item.high)}
              </p>
            </li>
          ))}
        </PlanList>
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
        <li key={item.key}>
          <ConsoleChart note={t("pairs", { n: shift.n })} title={words(item.prompt)}>
            <ShiftPicture
              anchors={{ low: words(item.low), high: words(item.high) }}
              shift={shift}
            />
          </ConsoleChart>
        </li>
      ))}
      {shown.map(({ item, counts }) => (
        <li key={item.key}>
          <ConsoleChart
            note={`${t("answers", { n: counts.reduce((sum, count) => sum + count, 0) })} · ${t("median", { value: medianOf(counts) })}`}
            title={words(item.prompt)}
          >
            <DistributionChart
              anchors={{ low: textOf(item.low), high: textOf(item.high) }}
              series={seriesOf(counts)}
              title={textOf(item.prompt)}
              width={CONSOLE_CHART_WIDTH}
            />
          </ConsoleChart>
        </li>
      ))}
    </ul>
  );
}

export const scaleOnConsole = defineOnConsole(scaleScreens, ScaleFacilitator);

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
