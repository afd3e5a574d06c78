"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo } from "react";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/stage";
import { RowsPicture } from "@/lib/activities/roleplay/stage-rows";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { PAD_COLUMNS } from "@/lib/documents/pad";
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
  const hasRows = !isLast && PAD_COLUMNS.some((column) => record.rows[column].length > 0);
  const hasLines = !isLast && !hasRows && record.enough === true && cards.length > 0;
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
      <StagePrompt drawing={<TalkScene />} key="question" prompt={question}>
        {null}
      </StagePrompt>,
    ],
    [question],
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
  if (hasRows) {
    return <RowsPicture {...props} note={note} />;
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
