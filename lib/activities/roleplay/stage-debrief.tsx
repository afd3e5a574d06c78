"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySource } from "@/lib/activities/roleplay/schema";
import type { RoleplayStageProps } from "@/lib/activities/roleplay/screens";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { RowsPicture } from "@/lib/activities/roleplay/stage-rows";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import { PAD_COLUMNS } from "@/lib/documents/pad";
import type { CardGroup } from "@/lib/ui/stage/group-pages";
import { GroupsPicture, PromptPicture, VoteBar } from "@/lib/ui/stage/pictures";
import { TalkScene } from "@/lib/ui/stage/scenes";
import { StageFrame, StageHeading } from "@/lib/ui/stage/stage-frame";
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
    if (!hasLines && !hasRows) onPages?.(1);
  }, [hasLines, hasRows, onPages]);

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
  if (record.help && settings.source.from === "own") {
    return (
      <HelpPicture
        {...{ clock, surroundings, words }}
        counts={record.help}
        help={settings.source.help}
        question={question}
      />
    );
  }
  return (
    <PromptPicture
      drawing={<TalkScene />}
      prompt={question}
      surroundings={{ ...surroundings, note }}
    >
      {clock}
    </PromptPicture>
  );
}

/** How often which help was wanted, below the question what helped. */
function HelpPicture({
  question,
  help,
  counts,
  words,
  clock,
  surroundings,
}: Pick<RoleplayStageProps, "words" | "clock" | "surroundings"> & {
  question: ReactNode;
  help: Extract<RoleplaySource, { from: "own" }>["help"];
  counts: NonNullable<RoleplayRecord["help"]>;
}) {
  const t = useTranslations("kinds.roleplay.common");
  const most = Math.max(1, ...Object.values(counts));
  return (
    <StageFrame {...surroundings} corner={clock} heading={question}>
      <p className="text-ink-2">{t("helpCounts")}</p>
      <ul className="flex min-h-0 flex-1 flex-col justify-evenly text-stage-card">
        {help.map(({ key, label }) => (
          <li key={key}>
            <p>{words(label)}</p>
            <VoteBar
              share={(counts[key] ?? 0) / most}
              text={t("people", { n: counts[key] ?? 0 })}
            />
          </li>
        ))}
      </ul>
    </StageFrame>
  );
}
