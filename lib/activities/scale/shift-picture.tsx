"use client";

import { useTranslations } from "next-intl";
import type { Shift } from "@/lib/activities/scale/schema";
import { BarChart } from "@/lib/ui/bar-chart";

/** Drawing units of a chart that is as wide as a phone. */
const CHART_WIDTH = 440;

/** How those moved who answered both times, for phone and console: what the summary will say, too. */
export function ShiftPicture({ shift, title }: { shift: Shift; title: string }) {
  const t = useTranslations("summary");
  const words = useShiftWords();
  const { n, directions, medians, bands } = shift;
  if (directions === null) return <p>{t("unanimous")}</p>;
  const chart = (caption: string, bars: { label: string; value: number }[]) => (
    <BarChart
      bars={bars.map((bar) => ({
        ...bar,
        id: bar.label,
        valueLabel: t("ofPairs", { n: bar.value, total: n }),
      }))}
      max={n}
      title={`${title} ${caption}`}
      width={CHART_WIDTH}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <p className="text-base text-ink-2">
        {medians
          ? `${t("medianBefore")} ${medians.before} · ${t("medianAfter")} ${medians.after}`
          : t("wouldSubtract")}
      </p>
      {directions.length < 2 ? (
        <p className="text-base">{t("directionsMerged")}</p>
      ) : (
        chart(t("directions"), words.directions(directions))
      )}
      {bands
        ? (["before", "after"] as const).map((when) => (
            <div key={when}>
              <h3 className="mb-1 text-base text-ink-2">{t(when)}</h3>
              {chart(t(when), words.bands(bands[when]))}
            </div>
          ))
        : null}
    </div>
  );
}

/** Cells and bands with their words, in the order in which they are shown. */
export function useShiftWords() {
  const t = useTranslations("summary");
  const names = [t("lower"), t("same"), t("higher")];
  const bandNames = [t("bandLow"), t("bandMiddle"), t("bandHigh")];
  return {
    directions: (cells: NonNullable<Shift["directions"]>) =>
      cells.map(({ parts, count }) => ({
        label: parts.map((part) => names[part]).join(t("or")),
        value: count,
      })),
    bands: (counts: readonly number[]) =>
      counts.map((value, at) => ({ label: bandNames[at] ?? "", value })),
  };
}
