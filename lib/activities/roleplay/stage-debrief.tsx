"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/stage";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import type { CardGroup } from "@/lib/ui/stage/group-pages";
import { GroupsPicture, PromptPicture } from "@/lib/ui/stage/pictures";
import { TalkScene } from "@/lib/ui/stage/scenes";
import { StageHeading } from "@/lib/ui/stage/stage-frame";
import { StagePrompt } from "@/lib/ui/stage/stage-prompt";

/** One question of the debrief; lines by role beside it, a sheet each, where some were written. */
export function DebriefPicture(props: RoleplayStageProps) {
  const { planned, phase, record, cards, page, words, textOf, clock, surroundings, onPages } =
    props;
  const t = useTranslations("kinds.roleplay");
  const { settings } = planned;
  const { roleSet, label, debrief } = settings;
  const step = debrief.find(({ key }) => key === phase);
  const isLast = phase === debrief.at(-1)?.key;
  const heading = useHeading(roleSet, textOf);
  const question = step ? words(step.text) : null;
  const hasLines = !isLast && record.enough === true && cards.length > 0;
  // Keep the same list while nothing changes: another one is measured anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a heading changes with the set and the language alone
  const groups = useMemo<CardGroup[]>(
    () =>
      linesByHeading(roleSet, cards).map(({ under, lines }) => ({
        id: under,
        heading: (part, parts) => (
          <StageHeading>
            {heading(under)}
            {parts > 1 ? (
              <span className="text-ink-2"> · {t("stage.partOf", { part, parts })}</span>
            ) : null}
          </StageHeading>
        ),
        cards: lines.map(({ id, text }) => ({ id, text })),
      })),
    [roleSet, cards, textOf, t],
  );
  const first = useMemo(
    () => [
      <StagePrompt
        drawing={record.questions.length > 0 ? null : <TalkScene />}
        key="question"
        prompt={question}
      >
        {null}
      </StagePrompt>,
    ],
    [question, record.questions.length],
  );
  useEffect(() => {
    if (!hasLines) onPages?.(1);
  }, [hasLines, onPages]);

  const note = label ? words(label) : surroundings.note;
  if (hasLines) {
    return (
      <GroupsPicture
        corner={clock}
        first={first}
        groups={groups}
        note={() => null}
        onPages={onPages}
        page={page}
        surroundings={{ ...surroundings, note }}
      />
    );
  }
  const { questions } = record;
  if (questions.length > 0) {
    return (
      <PromptPicture
        below={<Questions questions={questions} />}
        prompt={question}
        surroundings={{ ...surroundings, note }}
      >
        {clock}
      </PromptPicture>
    );
  }
  return (
    <PromptPicture
      below={
        record.help ? (
          <div className="max-w-[80%] text-stage-card">
            <HelpCounts help={record.help} settings={settings} />
          </div>
        ) : null
      }
      drawing={<TalkScene />}
      prompt={question}
      surroundings={{ ...surroundings, note }}
    >
      {clock}
    </PromptPicture>
  );
}

/** What the room would ask. */
function Questions({ questions }: { questions: readonly string[] }) {
  return (
    <ul className="flex flex-col gap-[calc(0.8*var(--u))] text-stage-card">
      {questions.map((question) => (
        <PeoplesWords
          as="li"
          className="border-accent border-s-[calc(0.4*var(--u))] ps-[calc(1.4*var(--u))]"
          key={question}
        >
          {question}
        </PeoplesWords>
      ))}
    </ul>
  );
}
