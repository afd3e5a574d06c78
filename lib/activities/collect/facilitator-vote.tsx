"use client";

import { useTranslations } from "next-intl";
import type { CollectRecord } from "@/lib/activities/collect/record";
import { BarChart } from "@/lib/ui/bar-chart";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** What the room lays its dots on; how they lie is sealed until the vote is closed. */
export function ThemesToVoteOn({ record }: { record: CollectRecord }) {
  const t = useTranslations("kinds.collect.console");
  const shared = useTranslations("console");
  const cards = useTranslations("cards");
  const { themes, sorted } = record;
  if (themes.length === 0) return <p className="text-ink-2">{t("dotsNoThemes")}</p>;
  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col gap-2">
        {themes.map(({ id, name }) => (
          <li
            className="flex items-baseline justify-between gap-4 rounded-control border border-line bg-surface px-3 py-2.5"
            key={id}
          >
            <PeoplesWords className="min-w-0">{name}</PeoplesWords>
            <span className="tabular shrink-0 text-ink-2 text-sm">
              {cards("counted", {
                n: Object.values(sorted).filter((theme) => theme === id).length,
              })}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-ink-2 text-sm">{shared("votesSealed")}</p>
    </div>
  );
}

/** What the vote came to, the same as everybody sees. */
export function DotsCounted({ record }: { record: CollectRecord }) {
  const t = useTranslations("kinds.collect.console");
  const phases = useTranslations("phases");
  const common = useTranslations("kinds.collect.common");
  const { enough = false, themes = [] } = record.vote ?? {};
  if (!enough) return <p className="measure">{common("tooFewDots")}</p>;
  if (themes.length === 0) return <p className="text-ink-2">{t("dotsNone")}</p>;
  return (
    <div className="max-w-[420px]">
      <BarChart
        bars={themes.map(({ id, name, dots }) => ({
          id,
          label: name,
          value: dots,
          valueLabel: t("dots", { n: dots }),
        }))}
        title={phases("show.name")}
      />
    </div>
  );
}
