"use client";

import { useTranslations } from "next-intl";
import { Fragment, useCallback, useMemo } from "react";
import { caseOf } from "@/lib/activities/reframe/cases";
import { calledOn } from "@/lib/activities/reframe/schema";
import { aboveOf, type ReframeStageProps } from "@/lib/activities/reframe/top-readings";
import { GroupsPicture, type InView } from "@/lib/ui/stage/pictures";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";

/**
 * What is voted on, a page for each case. After them come the readings, as all phones have them: to be shown where
 * the facilitator turns to them, but nobody has to see them here.
 */
export function VotePicture(props: ReframeStageProps) {
  const { planned, record, cards, page, textOf, words, clock, progress, sealed } = props;
  const { surroundings, onPages } = props;
  const t = useTranslations("kinds.reframe.stage");
  const { cases } = record;
  const { votes, criterion, source } = planned.settings;
  const what = calledOn(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what stands above a case depends on words and planned
  const groups = useMemo(
    () =>
      cases.map((each) => ({
        id: each.id,
        heading: () => aboveOf(props, each),
        cards: cards.filter((card) => cases.length === 1 || caseOf(card) === each.id),
      })),
    [cases, cards, words, planned],
  );
  const total = groups.reduce((sum, group) => sum + group.cards.length, 0);
  const note = useCallback(
    ({ from, to }: InView) =>
      from === 0 ? null : t("readingsInView", { from, to, total, what, count: to - from + 1 }),
    [t, total, what],
  );
  return (
    <GroupsPicture
      columns={1}
      first={cases.map((each) => (
        <Fragment key={each.id}>
          {aboveOf(props, each)}
          <StagePrompt
            drawing={sealed}
            prompt={t("voteFor", { n: votes, criterion: textOf(criterion) })}
          >
            {clock}
            {progress}
          </StagePrompt>
        </Fragment>
      ))}
      groups={groups}
      needed={cases.length}
      note={note}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}
