"use client";

import { useTranslations } from "next-intl";
import { ownDots } from "@/lib/activities/collect/kept";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { BarChart } from "@/lib/ui/bar-chart";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { DotVoting } from "@/lib/ui/phone/dot-voting";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

type InnerProps = Shown<CollectSettings, CollectRecord>;

/** The themes, and some dots to lay on them. */
export function DotsScreen({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const { dots, dotsQuestion } = planned.settings;
  const rows = record.themes.map(({ id, name }) => ({ id, text: name }));
  return (
    <DotVoting
      groups={[{ id: "themes", name: null, rows }]}
      kept={ownDots}
      max={dots}
      phase={phase}
      planned={planned}
      prompt={dotsQuestion ? words(dotsQuestion) : t("dotsPrompt")}
    />
  );
}

/** What the vote came to, the same picture as on the stage. */
export function DotsResult({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.collect.phone");
  const own = useTranslations("kinds.collect.common");
  const common = useTranslations("common");
  const progress = usePhaseProgress(planned.key, phase);
  const { enough = false, themes = [] } = record.vote ?? {};
  if (!enough || themes.length === 0) {
    const prompt = enough ? own("dotsNone") : own("tooFewDots");
    return <ActivityFrame planned={planned} prompt={prompt} progress={progress} />;
  }
  return (
    <ActivityFrame planned={planned} prompt={t("dotsResult")} progress={progress}>
      <BarChart
        bars={themes.map(({ id, name, dots }) => ({
          id,
          label: name,
          value: dots,
          valueLabel: common("dots", { n: dots }),
        }))}
        title={t("dotsResult")}
        width={440}
      />
    </ActivityFrame>
  );
}
