"use client";

import { useTranslations } from "next-intl";
import { HelpCounts } from "@/lib/activities/roleplay/help-counts";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { linesByHeading } from "@/lib/activities/roleplay/shown-lines";
import { useHeading } from "@/lib/activities/roleplay/use-heading";
import type { Shown } from "@/lib/activities/screens-contract";
import { useLiveView } from "@/lib/client/live-provider";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { RevealedCardItem } from "@/lib/ui/phone/revealed-card";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

type Props = Shown<RoleplaySettings, RoleplayRecord>;

/** One question of the debrief, with what there is to look at beside it. */
export function DebriefScreen({ planned, phase, record }: Props) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { settings } = planned;
  const step = settings.debrief.find(({ key }) => key === phase);
  const isLast = phase === settings.debrief.at(-1)?.key;
  return (
    <ActivityFrame
      planned={planned}
      progress={progress}
      prompt={step ? words(step.text) : undefined}
    >
      {phase === "helped" ? <HelpCounts help={record.help} settings={settings} /> : null}
      {record.questions.length > 0 ? <Questions questions={record.questions} /> : null}
      {isLast ? null : <Lines record={record} settings={settings} />}
    </ActivityFrame>
  );
}

/** What the room would ask, as the facilitator wrote it down. */
function Questions({ questions }: Pick<RoleplayRecord, "questions">) {
  const t = useTranslations("kinds.roleplay.common");
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t("roomAsks")}</h2>
      <ul className="flex flex-col gap-2">
        {questions.map((question) => (
          <PeoplesWords as="li" className="border-accent border-s-2 ps-3" key={question}>
            {question}
          </PeoplesWords>
        ))}
      </ul>
    </section>
  );
}

/** What was written in roles, below what they are of; nothing where people only talked. */
function Lines({ record, settings }: { record: RoleplayRecord; settings: RoleplaySettings }) {
  const t = useTranslations("kinds.roleplay.common");
  const words = useWords();
  const heading = useHeading(settings.roleSet, useWordsText());
  const cards = useLiveView((view) => view.cards) ?? {};
  if (record.enough === null) return null;
  if (record.enough === false) return <p className="text-ink-2">{t("tooFewLines")}</p>;
  return (
    <>
      {settings.label ? <p className="text-base text-ink-2">{words(settings.label)}</p> : null}
      {linesByHeading(settings.roleSet, Object.values(cards)).map(({ under, lines }) => (
        <section className="flex flex-col gap-3" key={under}>
          <h2 className="font-semibold">{heading(under)}</h2>
          <ul className="fade-in flex flex-col gap-3">
            {lines.map((card) => (
              <RevealedCardItem card={card} key={card.id} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
