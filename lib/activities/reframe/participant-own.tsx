"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { OWN_LINE_SLOT, ownLine } from "@/lib/activities/reframe/kept";
import type { ReframeRecord } from "@/lib/activities/reframe/record";
import {
  type CaseSource,
  OWN_LINE_CHARACTERS_MAX,
  type ReframeSettings,
} from "@/lib/activities/reframe/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { PeoplesWords } from "@/lib/ui/peoples-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Disclosure } from "@/lib/ui/phone/disclosure";
import { Dock } from "@/lib/ui/phone/dock";
import { useKept } from "@/lib/ui/phone/use-kept";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";
import { TextArea } from "@/lib/ui/text-area";

/** A line of one's own, which the server never gets: it is what the readings are written to. */
export function OwnLineScreen({
  planned,
  phase,
  source,
}: Shown<ReframeSettings, ReframeRecord> & { source: Extract<CaseSource, { from: "own" }> }) {
  const t = useTranslations("kinds.reframe.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const own = useKept(ownLine, planned.key, OWN_LINE_SLOT);
  const receiptId = useId();

  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return (
    <ActivityFrame editing planned={planned} prompt={words(source.task)} progress={progress}>
      <TextArea
        describedBy={receiptId}
        label={t("ownLine")}
        labelHidden
        maxLength={OWN_LINE_CHARACTERS_MAX}
        onChange={(text) => own.keep(() => ({ text }))}
        value={own.content.text}
      />
      <Dock>
        <ShortReceipt about="local" id={receiptId} />
        <Button kind="primary" onClick={progress.sent} wide>
          {t("ownLineDone")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}

/** The line again, while one answers it. Covered until tapped: neighbours look. */
export function OwnLine({ activity }: { activity: string }) {
  const t = useTranslations("kinds.reframe.phone");
  const { text } = useKept(ownLine, activity, OWN_LINE_SLOT).content;
  const line = text.trim();
  return (
    <Disclosure title={t("ownLine")}>
      <PeoplesWords as="p" className="whitespace-pre-wrap">
        {line === "" ? t("ownLineEmpty") : line}
      </PeoplesWords>
    </Disclosure>
  );
}
