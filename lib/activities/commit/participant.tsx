"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ownPlan } from "@/lib/activities/commit/kept";
import { Filling } from "@/lib/activities/commit/participant-fill";
import type { CommitRecord } from "@/lib/activities/commit/record";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { commitScreens } from "@/lib/activities/commit/screens";
import { SharedSteps } from "@/lib/activities/commit/shared-steps";
import { aboutOf } from "@/lib/activities/commit/steps";
import { useTakenAlong } from "@/lib/activities/commit/use-own-plan";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useWords, useWordsText } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Covered } from "@/lib/ui/phone/covered";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { textOfStep } from "@/lib/ui/phone/keepsake";
import { KeepsakeCard } from "@/lib/ui/phone/keepsake-card";
import { useKept } from "@/lib/ui/phone/use-kept";
import {
  alsoLeaving,
  type PhaseProgress,
  usePhaseProgress,
} from "@/lib/ui/phone/use-phase-progress";
import { textKey } from "@/lib/words";

type Props = Shown<CommitSettings, CommitRecord>;

/** One's own plan or story: written, kept and handed out here, never sent. */
export function CommitScreen(props: Props) {
  // Filling and checking are one task for the phone, so that being done lasts through both.
  const filling = usePhaseProgress(props.planned.key, "fill");
  const [writing, setWriting] = useState(false);
  if (props.phase === "fill") return <Filling {...props} progress={filling} />;
  // Open to everybody, also to those who skipped: it is not too late for a plan.
  const write = () => {
    filling.reopen();
    setWriting(true);
  };
  const away = () => setWriting(false);
  if (writing) return <Filling {...props} progress={closing(filling, away)} />;
  const Screen = props.phase === "keep" ? Keeping : Checking;
  return <Screen {...props} onWrite={write} />;
}

export const commitOnPhone = defineOnPhone(commitScreens, CommitScreen);

/** The same way, leaving the editor however it is gone. */
const closing = (progress: PhaseProgress, away: () => void): PhaseProgress => ({
  ...alsoLeaving(progress, away),
  sent() {
    away();
    progress.sent();
  },
});

/** What to ask of it, alone or in pairs. The same on every phone, whether something is written or not. */
function Checking({ planned, onWrite }: Props & { onWrite: () => void }) {
  const t = useTranslations("kinds.commit.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, "fill");
  const { checks, pairTask } = planned.settings;
  const about = aboutOf(planned.settings);
  return (
    <ActivityFrame
      planned={planned}
      prompt={pairTask ? words(pairTask) : t(`${about}.check`)}
      progress={progress}
    >
      {checks.length > 0 ? (
        <ul className="flex list-disc flex-col gap-1 ps-5 marker:text-ink-2">
          {checks.map((check) => (
            <li key={textKey(check)}>{words(check)}</li>
          ))}
        </ul>
      ) : null}
      {/* Covered until tapped: it may name people, and neighbours look. */}
      <Disclosure title={t(`${about}.own`)}>
        <Own onWrite={onWrite} planned={planned} />
      </Disclosure>
    </ActivityFrame>
  );
}

function Own({ planned, onWrite }: Pick<Props, "planned"> & { onWrite: () => void }) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const { content: plan } = useKept(ownPlan, planned.key);
  const { step, notes } = useTakenAlong(plan);
  const about = aboutOf(planned.settings);
  const isEmpty = step === null && notes.length === 0;
  return (
    <div className="flex flex-col items-start gap-3">
      {isEmpty ? <p className="text-ink-2">{t(`${about}.empty`)}</p> : null}
      {step === null ? null : (
        <PeoplesWords as="p" className="font-medium font-serif text-xl">
          {textOfStep(step)}
        </PeoplesWords>
      )}
      {notes.map(({ prompt, text }) => (
        <div key={prompt}>
          <h3 className="text-base text-ink-2">{prompt}</h3>
          <PeoplesWords as="p" className="whitespace-pre-line font-medium font-serif text-xl">
            {text}
          </PeoplesWords>
        </div>
      ))}
      <Button onClick={onWrite}>{isEmpty ? t(`${about}.write`) : shared("edit")}</Button>
    </div>
  );
}

/** What one takes along of it, below what the room shared. */
function Keeping({ planned, phase, record, onWrite }: Props & { onWrite: () => void }) {
  const t = useTranslations("kinds.commit.phone");
  const shared = useTranslations("phone");
  const words = useWords();
  const textOf = useWordsText();
  const progress = usePhaseProgress(planned.key, phase);
  const { content: plan } = useKept(ownPlan, planned.key);
  const { step, notes } = useTakenAlong(plan);
  const about = aboutOf(planned.settings);
  const { stageCaption } = planned.settings;
  const isEmpty = step === null && notes.length === 0;
  const keepsake = {
    ...{ helpful: null, moves: [], session: null },
    ...{ steps: step === null ? [] : [step], notes },
  };
  const isShown = (record.steps?.shown.length ?? 0) > 0;
  return (
    <ActivityFrame
      hint={isShown ? undefined : t("planLocal")}
      planned={planned}
      prompt={isShown && stageCaption ? words(stageCaption) : t(`${about}.keep`)}
      progress={progress}
    >
      {isShown ? <SharedSteps record={record} settings={planned.settings} textOf={textOf} /> : null}
      <Covered
        kind="primary"
        name={`plan/${planned.key}`}
        show={t(`${about}.show`)}
        title={t(`${about}.own`)}
      >
        {isEmpty && about === "story" ? (
          <p className="text-ink-2">{t(`${about}.empty`)}</p>
        ) : (
          <KeepsakeCard keepsake={keepsake} />
        )}
        <Button onClick={onWrite} wide>
          {isEmpty ? t(`${about}.write`) : shared("edit")}
        </Button>
      </Covered>
    </ActivityFrame>
  );
}
