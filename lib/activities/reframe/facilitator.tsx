"use client";

import { useTranslations } from "next-intl";
import type { ReviewCard } from "@/lib/activities/card-schema";
import { CaseChooser } from "@/lib/activities/reframe/case-chooser";
import { caseOf } from "@/lib/activities/reframe/cases";
import { type ReframeRecord, reframeOffer } from "@/lib/activities/reframe/record";
import { calledOn, type ReframeSettings } from "@/lib/activities/reframe/schema";
import { reframeScreens } from "@/lib/activities/reframe/screens";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import { type ConsoleProps, defineOnConsole, type Shown } from "@/lib/activities/screens-contract";
import { useWordsText } from "@/lib/client/use-words";
import { BarChart } from "@/lib/ui/bar-chart";
import { BlindReply } from "@/lib/ui/console/blind-reply";
import { CONSOLE_CHART_WIDTH, ConsoleChart } from "@/lib/ui/console/console-chart";
import { Covered } from "@/lib/ui/console/cover";
import { LateRound } from "@/lib/ui/console/late-round";
import { byId, CardRow, CardRows, ReviewList, useCardMeta } from "@/lib/ui/console/review-list";
import { PeoplesWords } from "@/lib/ui/peoples-words";

/** Cases, then sealed readings, their review, the vote and what it chose. */
export function ReframeFacilitator(props: Shown<ReframeSettings, ReframeRecord> & ConsoleProps) {
  const { planned, phase, record, view, act, reply } = props;
  const t = useTranslations("kinds.reframe.console");
  const textOf = useWordsText();
  const metaOf = useCardMeta();
  const { settings } = planned;
  const { cases, results } = record;
  const what = calledOn(settings.source);
  const offer = reframeOffer.safeParse(view.facilitator.ofKind);

  const lensOf = ({ attributes }: Pick<ReviewCard, "attributes">) => {
    const lens = settings.lenses.find(({ key }) => key === attributes.lens);
    return lens ? textOf(lens.label) : null;
  };
  const shown = <Cases cases={cases} settings={settings} />;
  const list = {
    metaOf: lensOf,
    replies: view.replies,
    actionOf: (card: ReviewCard) =>
      card.held ? <BlindReply card={card} reply={reply} written={view.replies[card.id]} /> : null,
  };
  const held = Object.fromEntries(
    Object.values(view.review).flatMap((card) => (card.held ? [[card.id, card]] : [])),
  );
  const heldOnes =
    Object.keys(held).length > 0 ? (
      <section className="flex flex-col gap-2">
        <p className="text-ink-2 text-sm">{t("heldReadings", { what })}</p>
        <ReviewList {...list} cards={held} />
      </section>
    ) : null;
  switch (phase) {
    case "choose":
      if (settings.source.from === "own") return null;
      return (
        <Covered>
          <CaseChooser
            act={act}
            chosen={cases.map(({ id }) => id)}
            offered={offer.success ? offer.data.cases : []}
            source={settings.source}
          />
        </Covered>
      );
    case "case":
      return settings.source.from === "own" ? (
        <p className="text-ink-2">{t("casesPrivate")}</p>
      ) : (
        shown
      );
    case "write":
      return shown;
    case "review":
      return (
        <div className="flex flex-col gap-4">
          {shown}
          <ReviewList
            {...list}
            cards={view.review}
            onHold={(reviewId, isHeld) => act({ type: "holdCard", reviewId, held: isHeld })}
            onHoldAll={(isHeld) => act({ type: "holdCards", held: isHeld })}
          />
          <LateRound act={act} cards={{}} late={view.facilitator.late} />
        </div>
      );
    case "vote":
      return (
        <div className="flex flex-col gap-4">
          {shown}
          <CardRows>
            {byId(view.cards).map((card) => (
              <CardRow
                action={<BlindReply card={card} reply={reply} written={view.replies[card.id]} />}
                key={card.id}
                meta={
                  [lensOf(card), ...metaOf({ ...card, ...view.consents[card.id] })]
                    .filter(Boolean)
                    .join(" · ") || null
                }
                reply={view.replies[card.id]}
                text={card.text}
              />
            ))}
          </CardRows>
          {heldOnes}
        </div>
      );
    case "show":
      return (
        <div className="flex flex-col gap-6">
          {cases.map((each) => (
            <section className="flex max-w-[640px] flex-col gap-3" key={each.id}>
              <Cases cases={[each]} settings={settings} />
              <CaseResult
                caseId={each.id}
                criterion={textOf(settings.criterion)}
                result={results?.[each.id] ?? null}
                view={view}
                what={what}
              />
            </section>
          ))}
          {heldOnes}
        </div>
      );
    default:
      return null;
  }
}

export const reframeOnConsole = defineOnConsole(reframeScreens, ReframeFacilitator);

interface CasesProps {
  cases: ReframeRecord["cases"];
  settings: ReframeSettings;
}

function Cases({ cases, settings }: CasesProps) {
  const t = useTranslations("kinds.reframe.console");
  const textOf = useCaseText(settings.source);
  return (
    <div className="flex flex-col gap-4 empty:hidden">
      {cases.map((each) => {
        const text = textOf(each);
        return text === null ? null : (
          <div className="measure border-accent border-s-4 ps-3" key={each.id}>
            <p className="text-ink-2 text-sm">{t("caseNow")}</p>
            <PeoplesWords as="p" className="whitespace-pre-line">
              {text}
            </PeoplesWords>
          </div>
        );
      })}
    </div>
  );
}

interface CaseResultProps extends Pick<ConsoleProps, "view"> {
  what: ReturnType<typeof calledOn>;
  caseId: string;
  criterion: string;
  result: NonNullable<ReframeRecord["results"]>[string];
}

function CaseResult({ what, caseId, criterion, result, view }: CaseResultProps) {
  const t = useTranslations("kinds.reframe.console");
  const shared = useTranslations("console");
  const phases = useTranslations("phases");
  const common = useTranslations("kinds.reframe.common");
  if (result === null) {
    return (
      <>
        <p>{common(what === "answer" ? "tooFewAnswers" : "tooFewVotes", { criterion })}</p>
        <ul className="flex flex-col gap-2">
          {byId(view.cards)
            .filter((card) => caseOf(card) === caseId)
            .map((card) => (
              <CardRow
                action={null}
                key={card.id}
                meta={card.notForStage ? shared("notForStage") : null}
                reply={view.replies[card.id]}
                text={card.text}
              />
            ))}
        </ul>
      </>
    );
  }
  if (result.length === 0) return <p className="text-ink-2">{t("noVotes", { what })}</p>;
  return (
    <ConsoleChart>
      <BarChart
        bars={result.map(({ id, votes, shown }) => ({
          id,
          label: view.cards[id]?.text ?? "",
          value: votes / Math.max(1, shown),
          valueLabel: t("votesOfSeen", { n: votes, seen: shown }),
        }))}
        max={1}
        title={phases("show.name")}
        width={CONSOLE_CHART_WIDTH}
      />
    </ConsoleChart>
  );
}
