import type { CommitSettings } from "@/lib/activities/commit/schema";
import { type Person, revisionOf, type Scene, type Simulation } from "@/lib/activities/simulation";

/** Which steps people share: some often, some seldom, and not everybody does. */
const STEP_OF_PERSON: readonly (number | null)[] = [0, 1, 0, 2, 1, 0, null, 1, 0, 4];

/** The plan stays on the device, here as there: only "finished" and a ticked step are sent. */
export function* simulateCommit(
  person: Person,
  { key, settings, phase }: Scene<CommitSettings>,
): Simulation {
  // Checking it once more changes nothing that anybody else sees.
  if (phase !== "fill") return;
  const place = STEP_OF_PERSON[person.number % STEP_OF_PERSON.length] ?? null;
  const step = place === null ? undefined : settings.genericSteps[place];
  const steps = step ? [step.key] : [];
  yield { type: "reportFinished", revision: revisionOf(person, key), steps };
}
