"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { columnOf } from "@/lib/activities/collect/columns";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { CasePicture } from "@/lib/activities/collect/stage-case";
import { DotsPicture, DotsResultPicture } from "@/lib/activities/collect/stage-vote";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture, PromptPicture } from "@/lib/ui/stage/pictures";
import { questionOf } from "@/lib/ui/stage/question-of";
import { AirScene, TalkScene } from "@/lib/ui/stage/scenes";
import { SpotlitCard } from "@/lib/ui/stage/spotlit-card";
import { SpotlitGroup, StacksPicture } from "@/lib/ui/stage/stacks-picture";
import { fillingPages, placeGroups, sizeKept, themeGroups } from "@/lib/ui/stage/stage-groups";

/** The prompt while writing, a task for two during review, the shuffled cards, the vote on themes. */
export function CollectStage(props: Shown<CollectSettings, CollectRecord> & StageProps) {
  const {
    planned,
    phase,
    record,
    cards,
    page,
    words,
    clock,
    progress,
    sealed,
    aid,
    surroundings,
    onPages,
  } = props;
  const t = useTranslations("kinds.collect.stage");
  // Keep the same lists while nothing changes: others are measured anew.
  const { columns, caseFirst, ask } = planned.settings;
  const themes = useMemo(
    () => (phase === "reveal" ? [] : themeGroups(record, cards)),
    [cards, phase, record],
  );
  const byColumn = useMemo(() => placeGroups(columns, columnOf, cards), [cards, columns]);
  const groups = themes.length > 0 ? themes : byColumn;
  const shown = useMemo(() => fillingPages(cards).map(({ id, text }) => ({ id, text })), [cards]);

  if (phase === "case") return <CasePicture {...props} caseFirst={caseFirst} />;
  if (phase === "ask") {
    return (
      <PromptPicture drawing={<AirScene />} prompt={ask && words(ask)} surroundings={surroundings}>
        {clock}
      </PromptPicture>
    );
  }
  if (phase === "write") {
    return (
      <PromptPicture
        below={aid}
        prompt={words(planned.prompt)}
        drawing={sealed}
        surroundings={surroundings}
      >
        {clock}
        {progress}
      </PromptPicture>
    );
  }
  if (phase === "review") {
    return (
      <PromptPicture
        drawing={<TalkScene />}
        prompt={words(planned.settings.bridge)}
        surroundings={surroundings}
      />
    );
  }
  if (phase === "vote") return <DotsPicture {...props} />;
  if (phase === "show") return <DotsResultPicture {...props} />;
  const question = words(questionOf(planned.prompt));
  const spotlit = phase === "cluster" && cards.find(({ id }) => id === record.spotlight);
  if (spotlit) return <SpotlitCard card={spotlit} surroundings={surroundings} />;
  const spotlitGroup = phase === "cluster" && groups.find(({ id }) => id === record.spotlitTheme);
  if (spotlitGroup) {
    return (
      <SpotlitGroup
        cardWords="cards"
        group={spotlitGroup}
        onPages={onPages}
        page={page}
        surroundings={surroundings}
        words={words}
      />
    );
  }
  if (groups.length > 0) {
    return (
      <StacksPicture
        cardWords="cards"
        corner={t(themes.length > 0 ? "byTheme" : "byColumn")}
        groups={groups}
        onPages={onPages}
        page={page}
        question={question}
        surroundings={surroundings}
        words={words}
      />
    );
  }
  return (
    <CardsPicture
      cards={shown}
      corner={clock}
      heading={question}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

export const collectOnStage = defineOnStage(collectScreens, CollectStage, ({ record }, cards) =>
  themeGroups(record, cards, sizeKept(record)),
);
