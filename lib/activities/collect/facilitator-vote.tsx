"use client";

import { useTranslations } from "next-intl";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { BarChart } from "@/lib/ui/bar-chart";
import { CONSOLE_CHART_WIDTH, ConsoleChart } from "@/lib/ui/console/console-chart";
import { PlanList } from "@/lib/ui/console/plan-list";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** What the room lays its dots on; how they lie is sealed until the vote is closed. */
export function ThemesToVoteOn({ record }: { record: CollectRecord }) {
  const t = useTranslations("kinds.collect.console");
  const cards = useTranslations("cards");
  const { themes, sorted } = record;
  if (themes.length === 0) return <p className="text-ink-2">{t("dotsNoThemes")}</p>;
  return (
    <PlanList>
      {themes.map(({ id, name }) => (
        <li className="flex items-baseline justify-between gap-4" key={id}>
          <PeoplesWords className="min-w-0">{name}</PeoplesWords>
          <span className="tabular shrink-0 text-ink-2 text-sm">
            {cards("counted", {
              n: Object.values(sorted).filter((theme) => theme === id).length,
            })}
          </span>
        </li>
      ))}
    </PlanList>
  );
}

/** What the vote came to, the same as everybody sees. */
export function DotsCounted({ record }: { record: CollectRecord }) {
  const t = useTranslations("kinds.collect.console");
  const phases = useTranslations("phases");
  const common = useTranslations("kinds.collect.common");
  const shared = useTranslations("common");
  const { enough = false, themes = [] } = record.vote ?? {};
  if (!enough) return <p className="measure">{common("tooFewDots")}</p>;
  if (themes.length === 0) return <p className="text-ink-2">{t("dotsNone")}</p>;
  return (
    <ConsoleChart>
      <BarChart
        bars={themes.map(({ id, name, dots }) => ({
          id,
          label: name,
          value: dots,
          valueLabel: shared("dots", { n: dots }),
        }))}
        title={phases("show.name")}
        width={CONSOLE_CHART_WIDTH}
      />
    </ConsoleChart>
  );
}
