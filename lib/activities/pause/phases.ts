import type { PauseSettings } from "@/lib/activities/pause/schema";
import { type PhaseList, phase } from "@/lib/activities/phase";

/** One screen of text, with something to agree to in some, and in the closing three questions. */
export function pausePhases({ acknowledge, role }: PauseSettings): PhaseList {
  const asks = acknowledge !== null || role === "closing";
  return [
    phase("show", {
      takes: asks ? "answers" : null,
      isWork: true,
      debrief: true,
      back: true,
    }),
  ];
}
