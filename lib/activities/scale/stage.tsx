"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { scaleRecord } from "@/lib/activities/scale/view";
import { PromptPicture, type StageProps, TooFewPicture } from "@/lib/activities/stage-kit";
import { DistributionChart } from "@/lib/ui/distribution-chart";
import { StageFrame } from "@/lib/ui/stage-frame";

/** The question while asking; the distributions, one item per page, once everybody has answered. */
export function ScaleStage(props: StageProps<"scale">) {
  const { planned, phase, page, words, clock, progress, surroundings, onPages } = props;
  const t = useTranslations("stage");
  const items = planned.settings.items;
  const parsed = scaleRecord.safeParse(props.record);
  const totals = parsed.success ? parsed.data.totals : null;
  const pages = phase === "ask" ? 1 : items.length;
  useEffect(() => onPages?.(pages), [pages, onPages]);

  if (phase === "ask" || totals === null) {
    return (
      <PromptPicture prompt={words(planned.prompt)} surroundings={surroundings}>
        {clock}
        {progress}
      </PromptPicture>
    );
  }
  const at = Math.min(page, items.length - 1);
  const item = items[at];
  const counts = item ? totals[item.key]?.counts : null;
  if (!item || !counts) {
    return (
      <TooFewPicture prompt={words(item?.prompt ?? planned.prompt)} surroundings={surroundings} />
    );
  }
  const n = counts.reduce((sum, count) => sum + count, 0);
  return (
    <StageFrame
      {...surroundings}
      corner={t("answers", { n })}
      heading={words(item.prompt)}
      note={items.length > 1 ? t("questionOnPage", { n: at + 1, total: items.length }) : null}
    >
      <div className="fade-in flex min-h-0 flex-1 justify-center" key={item.key}>
        <DistributionChart
          anchors={{ low: words(item.low), high: words(item.high) }}
          series={[{ id: item.key, label: "", counts }]}
          title={words(item.prompt)}
        />
      </div>
    </StageFrame>
  );
}
