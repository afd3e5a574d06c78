"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { CollectRecord } from "@/lib/activities/collect/view";
import { CardsPicture, PromptPicture, type StageProps, VoteBar } from "@/lib/activities/stage-kit";

type VotePictureProps = StageProps<"collect"> & { record: CollectRecord };

/** How many dots, on what: the themes stand here as they do on the phones. */
export function DotsPicture({ planned, record, clock, progress, surroundings }: VotePictureProps) {
  const t = useTranslations("stage");
  const themes = (
    <ul className="grid grid-cols-2 gap-x-[calc(3*var(--u))] gap-y-[calc(0.8*var(--u))] text-stage-card">
      {record.themes.map(({ id, name }) => (
        <li
          className="border-accent border-s-[calc(0.5*var(--u))] ps-[calc(1.2*var(--u))]"
          key={id}
        >
          {name}
        </li>
      ))}
    </ul>
  );
  return (
    <PromptPicture
      below={themes}
      prompt={t("dotsFor", { n: planned.settings.dots })}
      surroundings={surroundings}
    >
      {clock}
      {progress}
    </PromptPicture>
  );
}

/** Themes with a bar each, most dots first; those without any are not named. */
export function DotsResultPicture({ record, page, onPages, surroundings }: VotePictureProps) {
  const t = useTranslations("stage");
  const bars = useMemo(() => {
    const themes = record.vote?.themes ?? [];
    const most = Math.max(1, ...themes.map(({ dots }) => dots));
    return themes.map(({ id, name, dots }) => ({
      id,
      text: name,
      below: <VoteBar share={dots / most} text={t("dots", { n: dots })} />,
    }));
  }, [record, t]);
  if (bars.length === 0) {
    const prompt = t(record.vote?.enough ? "dotsNone" : "belowKScores");
    return <PromptPicture prompt={prompt} surroundings={surroundings} />;
  }
  return (
    <CardsPicture
      cards={bars}
      columns={1}
      corner={t("themesByDots")}
      framed={false}
      note={(from, to) =>
        to - from + 1 === bars.length ? "" : t("themesOnPage", { from, to, total: bars.length })
      }
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}
