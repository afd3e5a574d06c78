"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { OwnLine } from "@/lib/activities/reframe/participant-own";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import { calledOn, type ReframeCase, type ReframeSettings } from "@/lib/activities/reframe/schema";
import { useCaseText } from "@/lib/activities/reframe/use-case-text";
import type { Shown } from "@/lib/activities/screens-contract";
import { isToBeSentAgain, type OwnCard } from "@/lib/client/own-card";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { Chips } from "@/lib/ui/phone/chips";
import { useFirstEditor } from "@/lib/ui/phone/first-editor";
import { ShareOptions } from "@/lib/ui/phone/share-options";
import { Starters } from "@/lib/ui/phone/starters";
import { useOwnCards } from "@/lib/ui/phone/use-own-cards";
import { alsoLeaving, usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";

/** One reading at a time, through a lens if one helps. */
export function WritingScreen({ planned, phase, record }: Shown<ReframeSettings, ReframeRecord>) {
  const t = useTranslations("kinds.reframe.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const isFirst = useFirstEditor(planned.key);
  const cards = useOwnCards(planned.key);
  const [editing, setEditing] = useState<string | null>(null);
  const [chosenCase, setChosenCase] = useState<string | null>(null);
  const textOf = useWordsText();
  const { source, lenses, starters, characterLimit } = planned.settings;
  const what = calledOn(source);
  const label = source.from === "own" ? source.answer : null;
  /** Each case has a share of its own: what was handed in on one takes nothing from the others. */
  const hasShare = ({ id }: { id: string }) =>
    cards.all.filter((each) => each.attributes.caseId === id && each.sent !== null).length <
    (record.readingsEach ?? 1);
  const withShare = record.cases.find(hasShare);

  const current = record.cases.find((each) => each.id === chosenCase) ?? record.cases[0];
  if (!current) return <ActivityFrame planned={planned} progress={progress} />;
  const ofCase = cards.all.filter(({ attributes }) => attributes.caseId === current.id);
  const edited = ofCase.find((card) => card.edit === editing);
  const card = edited ?? ofCase.find((each) => each.sent === null || isToBeSentAgain(each));
  const refused = cards.all.find(isToBeSentAgain);

  if (progress.waiting && !refused) {
    return (
      <Waiting
        own={{
          isEditable: (each) => each.sent !== null,
          onEdit: (each) => {
            setEditing(each.edit);
            setChosenCase(each.attributes.caseId ?? null);
            progress.reopen();
          },
          onWrite:
            withShare === undefined
              ? undefined
              : () => {
                  setEditing(null);
                  if (!hasShare(current)) setChosenCase(withShare.id);
                  progress.reopen();
                },
          moreLabel: t(CALLED[what].another),
        }}
        planned={planned}
        progress={progress}
      />
    );
  }

  const lens = lenses.find(({ key }) => key === card?.attributes.lens);
  const caseId = current.id;
  function change(
    part: Partial<Pick<OwnCard, "draft" | "attributes" | "mayBeQuoted" | "notForStage">>,
  ) {
    const { edit } = card ?? cards.begin({ attributes: { caseId } });
    setEditing(edit);
    cards.change(edit, part);
  }

  return (
    <ActivityFrame
      editing
      hint={planned.hint ? words(planned.hint) : undefined}
      planned={planned}
      progress={
        refused
          ? alsoLeaving(progress, () => cards.change(refused.edit, { state: "draft" }))
          : progress
      }
    >
      <CaseToRead
        activity={planned.key}
        cases={record.cases}
        current={current}
        onChoose={setChosenCase}
        source={source}
      />
      {lenses.length > 0 && (card !== undefined || hasShare(current)) ? (
        <Chips
          label={t("lenses")}
          onChoose={(key) => change({ attributes: { ...card?.attributes, caseId, lens: key } })}
          options={lenses.map(({ key, label }) => ({ key, label: words(label) }))}
          value={card?.attributes.lens ?? null}
        />
      ) : null}
      {lens ? <p className="text-base text-ink-2">{words(lens.help)}</p> : null}
      {card === undefined && !hasShare(current) ? (
        <p className="text-ink-2">{t("caseUsedUp", { what })}</p>
      ) : (
        <>
          {label ? <h2 className="font-semibold">{words(label)}</h2> : null}
          <CardEditor
            card={card}
            explains={isFirst}
            label={label ? textOf(label) : t(CALLED[what].one)}
            limit={characterLimit}
            onHandIn={(each) => {
              cards.handIn(each, readingOf(each, caseId));
              setEditing(null);
              progress.sent();
            }}
            onText={(draft) => change({ draft })}
            options={<ShareOptions asksForQuotes card={card} onChange={change} />}
            sendLabel={t(CALLED[what].handIn)}
          >
            {starters.length > 0 && (card?.draft ?? "") === "" ? (
              <Starters onChoose={(draft) => change({ draft })} starters={starters} />
            ) : null}
          </CardEditor>
        </>
      )}
    </ActivityFrame>
  );
}

interface CaseToReadProps {
  activity: string;
  cases: readonly ReframeCase[];
  current: ReframeCase;
  source: ReframeSettings["source"];
  onChoose: (id: string) => void;
}

/** What a reading is written on: the case, which one where there are several, or a line of one's own. */
function CaseToRead({ activity, cases, current, source, onChoose }: CaseToReadProps) {
  const t = useTranslations("kinds.reframe.phone");
  const text = useCaseText(source)(current);
  return (
    <>
      {cases.length > 1 ? (
        <Chips
          label={t("caseTitle")}
          onChoose={(id) => onChoose(id ?? current.id)}
          options={cases.map(({ id }, index) => ({
            key: id,
            label: t("caseNumber", { n: index + 1 }),
          }))}
          value={current.id}
        />
      ) : null}
      {text === null ? (
        <OwnLine activity={activity} />
      ) : (
        <blockquote className="rounded-card bg-sunken px-4 py-3">
          <span className="sr-only">{t("caseTitle")}: </span>
          <PeoplesWords>{text}</PeoplesWords>
        </blockquote>
      )}
    </>
  );
}

/** What phones call it. */
export const CALLED = {
  view: { one: "reading", handIn: "readingHandIn", another: "anotherReading" },
  answer: { one: "answer", handIn: "answerHandIn", another: "anotherAnswer" },
} as const;

/** What a reading carries beside text and secrets. */
export const readingOf = ({ attributes, mayBeQuoted }: OwnCard, caseId: string) => ({
  attributes: { caseId: attributes.caseId ?? caseId, lens: attributes.lens ?? null },
  mayBeQuoted,
});
