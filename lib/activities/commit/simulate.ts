import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepsOf, ticksMaxOf } from "@/lib/activities/commit/steps";
import { type Person, revisionOf, type Scene, type Simulation } from "@/lib/activities/simulation";

/** Which steps people share: some often, some seldom, and not everybody does. */
const STEP_OF_PERSON: readonly (number | null)[] = [0, 1, 0, 2, 1, 0, null, 1, 0, 4];
/** Where a plan asks for a few of many, most share a second one. */
const SECOND_OF_PERSON: readonly (number | null)[] = [1, 3, null, 3, 5, 3, null, 0, 5, 0];

/** The plan stays on the device, here as there: only "finished" and a ticked step are sent. */
export function* simulateCommit(
  person: Person,
  { key, settings, phase }: Scene<CommitSettings>,
): Simulation {
  // Checking it once more changes nothing that anybody else sees.
  if (phase !== "fill") return;
  const offered = stepsOf(settings);
  const most = ticksMaxOf(settings);
  const asksForFew = most > 1 && most < offered.length;
  const places = [STEP_OF_PERSON, ...(asksForFew ? [SECOND_OF_PERSON] : [])];
  const steps = places.flatMap((of) => {
    const step = offered[of[person.number % of.length] ?? offered.length];
    return step ? [step.key] : [];
  });
  yield { type: "reportFinished", revision: revisionOf(person, key), steps };
}
