"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { collectScreens } from "@/lib/activities/collect/screens";
import { CasePicture } from "@/lib/activities/collect/stage-case";
import { columnGroups, fillingPages, themeGroups } from "@/lib/activities/collect/stage-groups";
import { ThemesPicture } from "@/lib/activities/collect/stage-themes";
import { DotsPicture, DotsResultPicture } from "@/lib/activities/collect/stage-vote";
import { defineOnStage, type Shown, type StageProps } from "@/lib/activities/screens-contract";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { CardsPicture, PromptPicture } from "@/lib/ui/stage/pictures";
import { AirScene, TalkScene } from "@/lib/ui/stage/scenes";
import type { Words } from "@/lib/words";

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
  const byColumn = useMemo(() => columnGroups(columns, cards), [cards, columns]);
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
  if (spotlit) {
    return (
      <PromptPicture
        prompt={<PeoplesWords>{spotlit.text}</PeoplesWords>}
        surroundings={surroundings}
      />
    );
  }
  if (groups.length > 0) {
    return (
      <ThemesPicture
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

export const collectOnStage = defineOnStage(collectScreens, CollectStage);

/** The question alone: what follows it in a prompt is about writing, and cards need the room. */
function questionOf({ de, deSie, en }: Words): Words {
  const [first, second, third] = [de, deSie, en].map((prompt) => prompt?.split(/(?<=\?)\s/)[0]);
  return { de: first, deSie: second, en: third };
}
