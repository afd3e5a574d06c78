"use client";

import { useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown, StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture, PromptPicture, VoteBar } from "@/lib/ui/stage/pictures";
import { StageDrawing } from "@/lib/ui/stage/stage-prompt";

type VotePictureProps = Shown<CollectSettings, CollectRecord> & StageProps;

/** How many dots, and on what: the themes as they stand on the phones. */
export function DotsPicture(props: VotePictureProps) {
  const { planned, record, page, clock, progress, sealed, surroundings, onPages, words } = props;
  const { dots, dotsQuestion } = planned.settings;
  const t = useTranslations("kinds.collect.stage");
  const note = useThemesInView(record.themes.length);
  const themes = useMemo(
    () => record.themes.map(({ id, name }) => ({ id, text: name })),
    [record.themes],
  );
  return (
    <CardsPicture
      beside={
        <StageDrawing drawing={sealed}>
          {clock}
          {progress}
        </StageDrawing>
      }
      cards={themes}
      columns={1}
      heading={
        dotsQuestion ? (
          <>
            {words(dotsQuestion)} {t("dotsEach", { n: dots })}
          </>
        ) : (
          t("dotsFor", { n: dots })
        )
      }
      note={note}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

/** Footer text; nothing where all themes are in view. */
function useThemesInView(total: number) {
  const t = useTranslations("kinds.collect.stage");
  return useCallback(
    (from: number, to: number) => {
      const count = to - from + 1;
      return count === total ? "" : t("themesOnPage", { from, to, total, count });
    },
    [t, total],
  );
}

/** Themes with a bar each, most dots first; those without any are not named. */
export function DotsResultPicture(props: VotePictureProps) {
  const { planned, record, page, words, onPages, surroundings } = props;
  const { dotsQuestion } = planned.settings;
  const t = useTranslations("kinds.collect.stage");
  const common = useTranslations("kinds.collect.common");
  const shared = useTranslations("common");
  const note = useThemesInView(record.vote?.themes.length ?? 0);
  const bars = useMemo(() => {
    const themes = record.vote?.themes ?? [];
    const most = Math.max(1, ...themes.map(({ dots }) => dots));
    return themes.map(({ id, name, dots }) => ({
      id,
      text: name,
      below: <VoteBar share={dots / most} text={shared("dots", { n: dots })} />,
    }));
  }, [record, shared]);
  if (bars.length === 0) {
    const prompt = record.vote?.enough ? common("dotsNone") : common("tooFewDots");
    return <PromptPicture prompt={prompt} surroundings={surroundings} />;
  }
  return (
    <CardsPicture
      cards={bars}
      columns={1}
      corner={t("themesByDots")}
      framed={false}
      heading={dotsQuestion ? words(dotsQuestion) : t("dotsResult")}
      note={note}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}
