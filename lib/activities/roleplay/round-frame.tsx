"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { GroupRow } from "@/lib/activities/roleplay/participant-role";
import type { RoundStep } from "@/lib/activities/roleplay/phases";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import type { OwnSeat } from "@/lib/activities/roleplay/use-own-seat";
import type { Shown } from "@/lib/activities/screens-contract";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** What the screens of a round are given. */
export interface RoundProps extends Shown<RoleplaySettings, RoleplayRecord> {
  own: OwnSeat;
  step: RoundStep;
}

/** The frame of a step: which round it is, and one's group. */
export function RoundFrame({
  planned,
  phase,
  own,
  step,
  prompt = null,
  children,
}: Pick<RoundProps, "planned" | "phase" | "own" | "step"> & {
  prompt?: ReactNode;
  children: ReactNode;
}) {
  const progress = usePhaseProgress(planned.key, phase);
  const part = usePart(planned.settings, step);
  return (
    <ActivityFrame
      lead={own.group ? <GroupRow group={own.group} /> : undefined}
      part={part}
      planned={planned}
      progress={progress}
      prompt={prompt}
    >
      {children}
    </ActivityFrame>
  );
}

/** Which round this is, in words. */
export function usePart({ rounds }: RoleplaySettings, { round }: RoundStep): string {
  const t = useTranslations("kinds.roleplay.common");
  return t("round", { n: round, total: rounds.length });
}
