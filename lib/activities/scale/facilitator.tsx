"use client";

import { useTranslations } from "next-intl";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { scaleScreens } from "@/lib/activities/scale/screens";
import { lacksMedians, ShiftPicture } from "@/lib/activities/scale/shift-picture";
import { answersIn, shownTotals } from "@/lib/activities/scale/shown-totals";
import { TotalsList } from "@/lib/activities/scale/totals-list";
import { defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { CONSOLE_CHART_WIDTH, ConsoleChart } from "@/lib/ui/console/console-chart";
import { PlanList } from "@/lib/ui/console/plan-list";

/** While asking only the questions, then the result, the same as everybody sees. */
export function ScaleFacilitator({ planned, record }: Shown<ScaleSettings, ScaleRecord>) {
  const t = useTranslations("kinds.scale.console");
  const common = useTranslations("kinds.scale.common");
  const inSummary = useTranslations("kinds.scale.common");
  const words = useWords();
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
      {moved.some(({ shift }) => lacksMedians(shift)) ? (
        <li className="text-ink-2 text-sm">{inSummary("wouldSubtract")}</li>
      ) : null}
      <TotalsList
        frame={(picture, about) => (
          <li key={about?.item.key ?? "overlay"}>
            {about === null ? (
              <ConsoleChart>{picture}</ConsoleChart>
            ) : (
              <ConsoleChart
                note={`${common("answers", { n: answersIn(about.counts) })} · ${t("median", { value: medianOf(about.counts) })}`}
                title={words(about.item.prompt)}
              >
                {picture}
              </ConsoleChart>
            )}
          </li>
        )}
        note={(text) => <li>{text}</li>}
        planned={planned}
        shown={shownTotals(planned.settings, totals)}
        width={CONSOLE_CHART_WIDTH}
      />
    </ul>
  );
}

export const scaleOnConsole = defineOnConsole(scaleScreens, ScaleFacilitator);

/** The middle score, between two scores where the middle falls between them. */
function medianOf(counts: readonly number[]): number {
  const scores = counts.flatMap((count, score) => Array.from({ length: count }, () => score));
  const middle = (scores.length - 1) / 2;
  const low = scores[Math.floor(middle)] ?? 0;
  const high = scores[Math.ceil(middle)] ?? 0;
  return (low + high) / 2;
}
