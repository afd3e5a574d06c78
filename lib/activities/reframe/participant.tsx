"use client";

import { useTranslations } from "next-intl";
import { caseOf } from "@/lib/activities/reframe/cases";
import { KeepReadings } from "@/lib/activities/reframe/participant-keep";
import { OwnLineScreen } from "@/lib/activities/reframe/participant-own";
import { VotingScreen } from "@/lib/activities/reframe/participant-vote";
import { CALLED, readingOf, WritingScreen } from "@/lib/activities/reframe/participant-write";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { calledOn, type ReframeSettings } from "@/lib/activities/reframe/schema";
import { reframeScreens } from "@/lib/activities/reframe/screens";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { LateCards, useLateCards } from "@/lib/ui/phone/late-cards";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { ShareOptions } from "@/lib/ui/phone/share-options";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Other readings on the phone: read the case, write, wait, vote, see what helped. */
export function ReframeScreen(props: InnerProps) {
  if (props.phase === "write") return <WritingScreen {...props} />;
  if (props.phase === "vote") return <VotingScreen {...props} />;
  if (props.phase === "choose") return <CaseComes {...props} />;
  const { source } = props.planned.settings;
  if (props.phase === "case") {
    return source.from === "own" ? (
      <OwnLineScreen {...props} source={source} />
    ) : (
      <Cases {...props} />
    );
  }
  if (props.phase === "review") return <Bridge {...props} />;
  return <Results {...props} />;
}

export const reframeOnPhone = defineOnPhone(reframeScreens, ReframeScreen);

type InnerProps = Shown<ReframeSettings, ReframeRecord>;

/** The case is being chosen, and nobody is told which before it is shown. */
function CaseComes({ planned, phase }: InnerProps) {
  const t = useTranslations("kinds.reframe.phone");
  const progress = usePhaseProgress(planned.key, phase);
  return (
    <ActivityFrame planned={planned} progress={progress}>
      <p className="text-ink-2">{t("caseComes")}</p>
    </ActivityFrame>
  );
}

function Cases({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.reframe.phone");
  const progress = usePhaseProgress(planned.key, phase);
  const textOf = useCaseText(planned.settings.source);
  return (
    <ActivityFrame planned={planned} prompt={t("caseTitle")} progress={progress}>
      {record.cases.map((each) => (
        <PeoplesWords
          as="blockquote"
          className="rounded-card border border-line bg-surface px-4 py-3 text-xl"
          key={each.id}
        >
          {textOf(each)}
        </PeoplesWords>
      ))}
    </ActivityFrame>
  );
}

const LATE = { late: true } as const;

function Bridge({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.reframe.phone");
  const k = useLiveView(({ session }) => session.k.cards);
  const { characterLimit, source } = planned.settings;
  const what = calledOn(source);
  // Late readings answer the first case: what comes late has no room for choosing.
  const first = record.cases[0];
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useOwnCards(planned.key);
  const late = useLateCards(own, {
    moreLabel: t(CALLED[what].another),
    note: t("lateReading", { k: k ?? 0, what }),
  });
  return (
    <ActivityFrame
      own={late.actions}
      planned={planned}
      prompt={words(planned.settings.bridge)}
      progress={progress}
    >
      {first ? (
        <LateCards
          begin={() => own.begin({ attributes: { caseId: first.id }, late: true })}
          characterLimit={characterLimit}
          itemLimit={record.readingsEach ?? 1}
          label={t(CALLED[what].one)}
          late={late}
          onHandIn={(card) => own.handIn(card, readingOf(card, first.id), LATE)}
          options={(card, target) => (
            <ShareOptions
              asksForQuotes
              card={card}
              onChange={(part) => own.change(target().edit, part)}
            />
          )}
          own={own}
          sendLabel={t(CALLED[what].handIn)}
        />
      ) : null}
    </ActivityFrame>
  );
}

function Results({ planned, phase, record }: InnerProps) {
  const t = useTranslations("kinds.reframe.phone");
  const common = useTranslations("kinds.reframe.common");
  const inText = useWordsText();
  const progress = usePhaseProgress(planned.key, phase);
  const textOf = useCaseText(planned.settings.source);
  const { source } = planned.settings;
  const isOwn = source.from === "own";
  const byId = useLiveView((view) => view.cards) ?? {};
  const cards = Object.values(byId);
  return (
    <ActivityFrame
      planned={planned}
      prompt={isOwn ? t("readingsOfRoom") : common("possibleReasons")}
      progress={progress}
    >
      {record.cases.map((each) => {
        const text = textOf(each);
        const top = record.results?.[each.id] ?? null;
        return (
          <section className="flex flex-col gap-3" key={each.id}>
            {text === null ? null : (
              <PeoplesWords as="h2" className="text-base text-ink-2">
                {text}
              </PeoplesWords>
            )}
            {top === null ? (
              <>
                <p>
                  {common(isOwn ? "tooFewAnswers" : "tooFewVotes", {
                    criterion: inText(planned.settings.criterion),
                  })}
                </p>
                <ul className="fade-in flex flex-col gap-3">
                  {cards
                    .filter((card) => caseOf(card) === each.id)
                    .map((card) => (
                      <RevealedCardItem card={card} key={card.id} />
                    ))}
                </ul>
              </>
            ) : top.length === 0 ? (
              <p>{common("noVotes", { what: calledOn(source) })}</p>
            ) : (
              <ol className="fade-in flex flex-col gap-3">
                {top.map(({ id, votes, shown }) => {
                  const card = byId[id];
                  return card ? (
                    <RevealedCardItem card={card} key={id}>
                      <p className="text-base text-ink-2">
                        {common("votesOfSeen", { n: votes, seen: shown })}
                      </p>
                    </RevealedCardItem>
                  ) : null;
                })}
              </ol>
            )}
            <KeepReadings each={each} source={source} />
          </section>
        );
      })}
    </ActivityFrame>
  );
}
