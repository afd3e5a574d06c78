"use client";

import type { CollectRecord } from "@/lib/activities/collect/record";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import type { Shown } from "@/lib/activities/screens-contract";
import { useWords } from "@/lib/client/use-words";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/**
 * The last question, to oneself. What is written here are the plan's private lines, which the frame shows: nothing
 * is handed in, so there is nothing to press, and every phone looks the same.
 */
export function AskScreen({ planned, phase }: Shown<CollectSettings, CollectRecord>) {
  const words = useWords();
  const progress = usePhaseProgress(planned.key, phase);
  const { ask } = planned.settings;
  return (
    <ActivityFrame planned={planned} progress={progress} prompt={ask ? words(ask) : undefined} />
  );
}
