"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useEffect, useMemo } from "react";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import {
  type ReframeCase,
  type ReframeSettings,
  wordsOfCase,
} from "@/lib/activities/reframe/schema";
import type { Shown, StageProps } from "@/lib/activities/screens-contract";
import { CardsPicture, PromptPicture, StageSubject, VoteBar } from "@/lib/ui/stage/pictures";

/** The case, the question, a task for two during review, the vote, then the top readings. */
export function ReframeStage(props: Shown<ReframeSettings, ReframeRecord> & StageProps) {
  const {
    planned,
    phase,
    record,
    cards,
    page,
    words,
    textOf,
    clock,
    progress,
    sealed,
    aid,
    surroundings,
    onPages,
  } = props;
  const t = useTranslations("kinds.reframe.stage");
  const common = useTranslations("kinds.reframe.common");
  const { cases, results } = record;

  // One case at a time while it is worked on; the facilitator turns to the next.
  const showsOneCase = phase === "case" || phase === "write" || phase === "vote";
  useEffect(() => {
    if (showsOneCase) onPages?.(Math.max(1, cases.length));
  }, [showsOneCase, cases.length, onPages]);

  const { source } = planned.settings;
  /** Null where everybody has their own. */
  const shownCase = (each: ReframeCase): ReactNode => {
    const text = wordsOfCase(source, each);
    return text === null || typeof text === "string" ? text : words(text);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: shownCase depends on words and planned
  const readings = useMemo(() => {
    const byId = new Map(cards.map((card) => [card.id, card.text]));
    return cases.flatMap((each) => {
      const top = (results?.[each.id] ?? []).map(({ id, votes, shown }) => ({
        id,
        // Its author wanted its words on phones only; its votes count all the same.
        text: byId.get(id) ?? t("notForStage"),
        below: <VoteBar share={votes / shown} text={t("votesOfSeen", { n: votes, seen: shown })} />,
      }));
      // With several cases each one stands before its own readings.
      return cases.length > 1 && top.length > 0
        ? [{ id: `case-${each.id}`, text: shownCase(each), below: <CaseMark /> }, ...top]
        : top;
    });
  }, [cards, record, words, planned, t]);

  // Where everything fits, its order is what there is to say.
  const readingsInView = (from: number, to: number) => {
    const count = to - from + 1;
    return count === readings.length || cases.length > 1
      ? t("readingsByVotes")
      : t("readingsOnPage", { from, to, total: readings.length, count });
  };
  const current = cases[Math.min(page, cases.length - 1)];
  const caseText = current ? shownCase(current) : null;
  const above = caseText === null ? null : <StageSubject>{caseText}</StageSubject>;

  // Enough people voted, and chose none of the readings.
  const isCounted = Object.values(results ?? {}).some((top) => top !== null);

  switch (phase) {
    case "choose":
      return (
        <PromptPicture prompt={words(planned.prompt)} surroundings={surroundings}>
          {t("caseComes")}
        </PromptPicture>
      );
    case "case":
      return (
        <PromptPicture
          prompt={source.from === "own" ? words(source.task) : caseText}
          sealed={sealed}
          surroundings={surroundings}
        >
          {clock}
          {source.from === "own" ? progress : null}
        </PromptPicture>
      );
    case "write":
      return (
        <PromptPicture
          above={above}
          below={aid}
          prompt={words(planned.prompt)}
          sealed={sealed}
          surroundings={surroundings}
        >
          {clock}
          {progress}
        </PromptPicture>
      );
    case "review":
      return <PromptPicture prompt={words(planned.settings.bridge)} surroundings={surroundings} />;
    case "vote":
      return (
        <PromptPicture
          above={above}
          prompt={t("voteFor", {
            n: planned.settings.votes,
            criterion: textOf(planned.settings.criterion),
          })}
          sealed={sealed}
          surroundings={surroundings}
        >
          {clock}
          {progress}
        </PromptPicture>
      );
    default:
      return readings.length > 0 ? (
        <CardsPicture
          above={cases.length > 1 ? null : above}
          cards={readings}
          columns={1}
          // Answers to a line of one's own are no reasons for anything.
          corner={source.from === "own" ? null : t("possibleReasons")}
          heading={source.from === "own" ? words(planned.prompt) : undefined}
          framed={false}
          note={readingsInView}
          onPages={onPages}
          page={page}
          surroundings={surroundings}
        />
      ) : isCounted ? (
        <PromptPicture above={above} prompt={t("noVotes")} surroundings={surroundings} />
      ) : (
        <CardsPicture
          cards={cards}
          columns={1}
          heading={common("tooFewVotes", { criterion: textOf(planned.settings.criterion) })}
          onPages={onPages}
          page={page}
          surroundings={surroundings}
        />
      );
  }
}

function CaseMark() {
  const t = useTranslations("kinds.reframe.stage");
  return <p className="text-ink-2 text-stage-label">{t("case")}</p>;
}
