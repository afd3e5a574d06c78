"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import {
  calledOn,
  type ReframeCase,
  type ReframeSettings,
  wordsOfCase,
} from "@/lib/activities/reframe/schema";
import type { Shown, StageProps } from "@/lib/activities/screens-contract";
import type { CardGroup } from "@/lib/ui/stage/group-pages";
import {
  CardsPicture,
  GroupsPicture,
  type InView,
  PromptPicture,
  StageSubject,
  VoteBar,
} from "@/lib/ui/stage/pictures";

export type ReframeStageProps = Shown<ReframeSettings, ReframeRecord> & StageProps;

/** What a case says, in the words that the stage speaks; null where everybody has their own. */
export function shownCase({ planned, words }: ReframeStageProps, each: ReframeCase): ReactNode {
  const text = wordsOfCase(planned.settings.source, each);
  return text === null || typeof text === "string" ? text : words(text);
}

/** A case above what is asked about it; nothing where everybody has their own. */
export function aboveOf(props: ReframeStageProps, each: ReframeCase | undefined): ReactNode {
  const text = each === undefined ? null : shownCase(props, each);
  return text === null ? null : <StageSubject>{text}</StageSubject>;
}

/** The readings that were chosen, with what each got; where nothing was counted, all of them. */
export function TopReadings(props: ReframeStageProps & { above: ReactNode }) {
  const { planned, record, cards, page, words, textOf, surroundings, onPages, above } = props;
  const t = useTranslations("kinds.reframe.stage");
  const common = useTranslations("kinds.reframe.common");
  const { cases, results } = record;
  const { source, criterion } = planned.settings;
  const what = calledOn(source);
  // biome-ignore lint/correctness/useExhaustiveDependencies: shownCase depends on words and planned
  const groups = useMemo(() => {
    const byId = new Map(cards.map((card) => [card.id, card.text]));
    return cases.flatMap((each): CardGroup[] => {
      const top = (results?.[each.id] ?? []).map(({ id, votes, shown }) => ({
        id,
        // Its author wanted its words on phones only; its votes count all the same.
        text: byId.get(id) ?? t("notForStage", { what }),
        below: (
          <VoteBar share={votes / shown} text={common("votesOfSeen", { n: votes, seen: shown })} />
        ),
      }));
      if (top.length === 0) return [];
      const text = cases.length > 1 ? shownCase(props, each) : null;
      const heading = text === null ? {} : { heading: () => <CaseHeading>{text}</CaseHeading> };
      return [{ id: each.id, cards: top, ...heading }];
    });
  }, [cards, record, words, planned, t, what]);
  const total = groups.reduce((sum, group) => sum + group.cards.length, 0);

  // Where everything fits, or each case has its own, their order is what there is to say.
  const readingsInView = ({ from, to }: InView) => {
    const count = to - from + 1;
    return count === total || cases.length > 1
      ? t("readingsByVotes")
      : t("readingsOnPage", { what, from, to, total, count });
  };

  if (groups.length > 0) {
    return (
      <GroupsPicture
        above={cases.length > 1 ? null : above}
        columns={1}
        // Answers to a line of one's own are no reasons for anything.
        corner={source.from === "own" ? null : common("possibleReasons")}
        groups={groups}
        heading={source.from === "own" ? words(planned.prompt) : undefined}
        framed={false}
        note={readingsInView}
        onPages={onPages}
        page={page}
        surroundings={surroundings}
      />
    );
  }
  // Enough people voted, and chose none of the readings.
  if (Object.values(results ?? {}).some((top) => top !== null)) {
    return (
      <PromptPicture
        above={above}
        prompt={common("noVotes", { what })}
        surroundings={surroundings}
      />
    );
  }
  return (
    <CardsPicture
      cards={cards}
      columns={1}
      heading={common(what === "answer" ? "tooFewAnswers" : "tooFewVotes", {
        criterion: textOf(criterion),
      })}
      onPages={onPages}
      page={page}
      surroundings={surroundings}
    />
  );
}

/** With several cases each one stands above its own readings, on each of their pages. */
function CaseHeading({ children }: { children: ReactNode }) {
  const t = useTranslations("kinds.reframe.stage");
  return (
    <div className="pt-[calc(1.2*var(--u))]">
      <p className="text-ink-2 text-stage-label">{t("case")}</p>
      <StageSubject>{children}</StageSubject>
    </div>
  );
}
