"use client";

import { useTranslations } from "next-intl";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { Button } from "@/lib/ui/button";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import type { OwnCardActions } from "@/lib/ui/phone/own-cards";
import { RoomDone, RoomStack } from "@/lib/ui/phone/room-scene";
import type { PhaseProgress } from "@/lib/ui/phone/use-phase-progress";

export interface WaitingProps {
  planned: PlannedActivity;
  progress: PhaseProgress;
  /** What can be done with one's own cards; left out by kinds without any, whose answers can be changed. */
  own?: OwnCardActions;
}

/**
 * The one screen after sending, skipping and watching: nobody beside this phone can tell which of the three
 * it was. The stack is the room's, and this phone adds no sheet to it (P142).
 */
export function Waiting({ planned, progress, own }: WaitingProps) {
  const t = useTranslations("phone");
  return (
    <ActivityFrame
      editing={own !== undefined}
      hint={
        <>
          <RoomDone /> {t("layDown")}
        </>
      }
      own={own}
      planned={planned}
      progress={progress}
      prompt={t("waiting")}
      scene={<RoomStack />}
    >
      {own ? null : (
        <div>
          <Button onClick={progress.reopen}>{t("edit")}</Button>
        </div>
      )}
    </ActivityFrame>
  );
}
