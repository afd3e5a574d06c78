"use client";

import { useTranslations } from "next-intl";
import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { Dock } from "@/lib/ui/phone/dock";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";
import { Waiting } from "@/lib/ui/phone/waiting";
import { ShortReceipt } from "@/lib/ui/receipt";

/** The last question, to oneself: what is written here are the plan's private lines, and nothing is sent. */
export function AskScreen({ planned, phase }: Shown<CollectSettings, CollectRecord>) {
  const t = useTranslations("kinds.collect.phone");
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { ask } = planned.settings;
  if (progress.waiting) return <Waiting planned={planned} progress={progress} />;
  return (
    <ActivityFrame
      editing
      planned={planned}
      progress={progress}
      prompt={ask ? words(ask) : undefined}
    >
      <Dock>
        <ShortReceipt about="local" />
        <Button kind="primary" onClick={progress.sent} wide>
          {t("askDone")}
        </Button>
      </Dock>
    </ActivityFrame>
  );
}
