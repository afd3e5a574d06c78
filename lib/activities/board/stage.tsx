"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardScreens } from "@/lib/activities/board/screens";
import { DotsPicture, mostDotsFirst } from "@/lib/activities/board/stage-vote";
import { zoneOf } from "@/lib/activities/board/zones";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture, PromptPicture } from "@/lib/ui/stage/pictures";
import { questionOf } from "@/lib/ui/stage/question-of";
import { AirScene, TalkScene } from "@/lib/ui/stage/scenes";
import { SpotlitCard } from "@/lib/ui/stage/spotlit-card";
import { SpotlitGroup, StacksPicture } from "@/lib/ui/stage/stacks-picture";
import { fillingPages, placeGroups, sizeKept, zoneGroups } from "@/lib/ui/stage/stage-groups";

/** The prompt while notes are added, a task for two during review, the notes zone by zone, group by group, and by dots. */
export function BoardStage(props: Shown<BoardSettings, BoardRecord> & StageProps) {
  const { planned, phase, record, cards, page, words, clock, surroundings, onPages } = props;
  const t = useTranslations("kinds.board.stage");
  const common = useTranslations("kinds.board.common");
  const { zones, ask, bridge } = planned.settings;
  const isArranged = phase === "group" || phase === "weighed";
  // Keep the same lists while nothing changes: others are measured anew.
  const groups = useMemo(
    () =>
      isArranged && record.themes.length > 0
        ? zoneGroups(record, { zones, placeOf: zoneOf }, cards)
        : zones.length > 1
          ? placeGroups(zones, zoneOf, cards)
          : [],
    [isArranged, record, zones, cards],
  );
  const dots = phase === "weighed" && record.vote?.enough ? record.vote.dots : NO_DOTS;
  const weighed = useMemo(() => mostDotsFirst(cards, dots), [cards, dots]);
  const shown = useMemo(() => fillingPages(cards).map(({ id, text }) => ({ id, text })), [cards]);

  if (phase === "ask") {
    return (
      <PromptPicture drawing={<AirScene />} prompt={ask && words(ask)} surroundings={surroundings}>
        {clock}
      </PromptPicture>
    );
  }
  if (phase === "add") {
    return (
      <PromptPicture
        below={props.aid}
        drawing={props.sealed}
        prompt={words(planned.prompt)}
        surroundings={surroundings}
      >
        {clock}
        {props.progress}
      </PromptPicture>
    );
  }
  if (phase === "review") {
    return (
      <PromptPicture drawing={<TalkScene />} prompt={words(bridge)} surroundings={surroundings} />
    );
  }
  const spotlit = isArranged && cards.find(({ id }) => id === record.spotlight);
  if (spotlit) return <SpotlitCard card={spotlit} surroundings={surroundings} />;
  const question = words(questionOf(planned.prompt));
  const pages = { onPages, page, surroundings };
  const spotlitGroup = isArranged && groups.find(({ id }) => id === record.spotlitTheme);
  if (spotlitGroup) {
    return (
      <SpotlitGroup
        {...pages}
        cardWords="kinds.board.cards"
        dots={dots}
        group={spotlitGroup}
        words={words}
      />
    );
  }
  if (phase === "vote") {
    return (
      <PromptPicture
        drawing={props.sealed}
        prompt={t("dotsFor", { n: planned.settings.dots })}
        surroundings={surroundings}
      >
        {clock}
        {props.progress}
      </PromptPicture>
    );
  }
  if (phase === "weighed" && record.vote?.enough === false) {
    return <PromptPicture prompt={common("tooFewDots")} surroundings={surroundings} />;
  }
  if (phase === "weighed" && weighed.length === 0) {
    return <PromptPicture prompt={common("dotsNone")} surroundings={surroundings} />;
  }
  if (phase === "weighed") return <DotsPicture {...pages} notes={weighed} />;
  if (groups.length > 0) {
    return (
      <StacksPicture
        {...pages}
        cardWords="kinds.board.cards"
        corner={t(phase === "group" && record.themes.length > 0 ? "byGroup" : "byZone")}
        groups={groups}
        question={question}
        words={words}
      />
    );
  }
  return (
    <CardsPicture {...pages} cards={shown} corner={clock} heading={question} note={undefined} />
  );
}

/** The same each time, so that nothing is laid out anew. */
const NO_DOTS: Readonly<Record<string, number>> = {};

export const boardOnStage = defineOnStage(
  boardScreens,
  BoardStage,
  ({ planned, record }, cards) => {
    const { zones } = planned.settings;
    return zoneGroups(record, { zones, placeOf: zoneOf }, cards, sizeKept(record));
  },
);
