import { type ActivityRules, accept, refuse } from "@/lib/activities/kit";
import type { PauseCommand, PauseEvent, PauseSettings } from "@/lib/activities/pause/schema";

/** Text, or "look up". Agreeing is presence and stays on the phone: a pause stores nothing. */
export const pauseRules: ActivityRules<PauseSettings, null, PauseCommand, PauseEvent> = {
  phases: () => ["show"],
  initial: () => null,
  reads: () => [],
  decide: () => refuse("not-allowed"),
  enter: () => accept(),
  close: () => accept(),
  evolve: () => undefined,
  canGoBack: () => true,
};
