"use client";

import { useTranslations } from "next-intl";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import { BarChart } from "@/lib/ui/bar-chart";
import type { Words } from "@/lib/words";

export interface StepBar {
  id: string;
  label: string;
  value: number;
  valueLabel: string;
}

/** What was shared as bars, most often first; none where nothing is shown. */
export function useStepBars(
  settings: CommitSettings,
  { steps }: CommitRecord,
  textOf: (words: Words) => string,
): readonly StepBar[] {
  const t = useTranslations("kinds.commit.common");
  if (steps === null || steps.shown.length === 0) return [];
  const labels = new Map(stepsOf(settings).map(({ key, label }) => [key, textOf(label)]));
  const bar = (id: string, label: string, value: number): StepBar => ({
    ...{ id, label, value },
    valueLabel: t("times", { n: value }),
  });
  const shown = steps.shown.map(({ key, count }) => bar(key, labels.get(key) ?? key, count));
  if (steps.other === 0) return shown;
  // A key has no space in it.
  const other = ticksMaxOf(settings) === 1 ? t("otherOrNone") : t("other");
  return [...shown, bar("the others", other, steps.other)];
}

/** In units of drawing, on a phone. */
const PHONE_CHART_WIDTH = 560;

/** What the room shared, on a phone. */
export function SharedSteps({
  settings,
  record,
  textOf,
}: {
  settings: CommitSettings;
  record: CommitRecord;
  textOf: (words: Words) => string;
}) {
  const t = useTranslations("kinds.commit.common");
  const bars = useStepBars(settings, record, textOf);
  const { stageCaption } = settings;
  return (
    <BarChart
      bars={bars}
      title={stageCaption ? textOf(stageCaption) : t("stepsShared")}
      width={PHONE_CHART_WIDTH}
    />
  );
}
