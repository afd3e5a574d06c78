"use client";

import { useTranslations } from "next-intl";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/**
 * The one screen after sending, skipping and watching, for kinds without cards: nobody beside
 * this phone can tell which of the three it was.
 */
export function Waiting({
  planned,
  progress,
}: {
  planned: PlannedActivity;
  progress: PhaseProgress;
}) {
  const t = useTranslations("phone");
  return (
    <ActivityFrame planned={planned} prompt={t("waiting")} progress={progress}>
      <div>
        <Button onClick={progress.reopen}>{t("edit")}</Button>
      </div>
    </ActivityFrame>
  );
}
