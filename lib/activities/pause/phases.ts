import type { PauseSettings } from "@/lib/activities/pause/schema";
import { type PhaseList, phase } from "@/lib/activities/phase";

/**
 * A phase for each step, so that clock, way back and late phones are those of every phase; else one screen of
 * text, with something to agree to in some, and in the closing three questions.
 */
export function pausePhases({ acknowledge, role, steps }: PauseSettings): PhaseList {
  const [first, ...rest] = steps.map(({ key }) => key);
  if (first !== undefined) {
    // What the room came for, where there is silence; it can be shortened there.
    const work = rest.includes("quiet") ? "quiet" : first;
    return [
      phase(first, { isWork: first === work }),
      ...rest.map((key) => phase(key, { isWork: key === work, back: true })),
    ];
  }
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
