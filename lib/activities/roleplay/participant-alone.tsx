"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { caseText } from "@/lib/activities/roleplay/case-text";
import { ownChairSlot, ownChairText } from "@/lib/activities/roleplay/kept";
import { useLinesOf } from "@/lib/activities/roleplay/participant-line";
import { CaseButton } from "@/lib/activities/roleplay/participant-role";
import { type RoundProps, usePart } from "@/lib/activities/roleplay/round-frame";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { LockGlyph } from "@/lib/ui/drawn/drawings";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { CardEditor } from "@/lib/ui/phone/card-editor";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { TextArea } from "@/lib/ui/text-area";

/** Three sentences and room to spare; it is sent to nobody. */
const CHAIR_TEXT_CHARACTERS = 1000;

/** An empty chair: to write to somebody, answer as them, and hear a friend, all on this device. */
export function AloneScreen({ planned, phase, record, step }: RoundProps) {
  const t = useTranslations("kinds.roleplay.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const part = usePart(planned.settings, step);
  const { settings } = planned;
  const { content, keep } = useKept(ownChairText, planned.key, ownChairSlot(step.round));
  const task = settings.roleSet.alone[step.round - 1]?.task;
  const isCaseKnown = caseText(settings, record, words) !== null;
  return (
    <ActivityFrame
      part={part}
      planned={planned}
      progress={progress}
      prompt={task ? words(task) : t("aloneTitle")}
    >
      <TextArea
        label={t("aloneLabel")}
        labelHidden
        maxLength={CHAIR_TEXT_CHARACTERS}
        onChange={(text) => keep(() => ({ text }))}
        value={content.text}
      />
      <p className="flex items-center gap-2 text-base text-ink-2">
        <LockGlyph />
        {t("noteAlone")}
      </p>
      <ShareLine
        characterLimit={settings.characterLimit}
        activity={planned.key}
        round={step.round}
      />
      {isCaseKnown ? (
        <div className="flex pt-2">
          <CaseButton record={record} settings={settings} />
        </div>
      ) : null}
    </ActivityFrame>
  );
}

/** One line that the room may read: written anew, so that nothing goes along by accident. */
function ShareLine({
  activity,
  round,
  characterLimit,
}: {
  activity: string;
  round: number;
  characterLimit: number;
}) {
  const t = useTranslations("kinds.roleplay.phone");
  const phone = useTranslations("phone");
  const { lines, begin, change, handIn } = useLinesOf(activity, round);
  const [isOpen, setOpen] = useState(false);
  const [line] = lines;
  if (!isOpen) {
    return (
      <div className="-ms-3">
        <Button kind="quiet" onClick={() => setOpen(true)}>
          {line?.sent ? phone("edit") : t("shareOne")}
        </Button>
      </div>
    );
  }
  return (
    <section className="flex flex-col gap-2">
      <h2 className="font-semibold">{t("shareLabel")}</h2>
      <CardEditor
        card={line}
        label={t("shareLabel")}
        limit={characterLimit}
        onHandIn={(card) => {
          handIn(card);
          setOpen(false);
        }}
        onText={(draft) => (line ? change(line.edit, { draft }) : begin(draft))}
        rows={3}
        sendLabel={t("handIn")}
      />
    </section>
  );
}
