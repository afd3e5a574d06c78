import type { PauseSettings } from "@/lib/activities/pause/schema";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import { type Person, revisionOf, type Scene, type Simulation } from "@/lib/activities/simulation";

/** Every tenth person is not settled enough to leave yet, and one in four leaves a question open. */
export function* simulatePause(
  person: Person,
  { key, settings }: Scene<PauseSettings>,
): Simulation {
  if (settings.role !== "closing") return;
  const { number, chance } = person;
  yield {
    type: "answerChecks",
    revision: revisionOf(person, key),
    safe: chance.int(6, SCORE_MAX + 1),
    useful: number % 4 === 2 ? null : chance.int(5, SCORE_MAX + 1),
    settled: number % 10 !== 3,
  };
}
