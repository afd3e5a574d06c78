import { commitPhases } from "@/lib/activities/commit/phases";
import { commitPages } from "@/lib/activities/commit/print-pages";
import {
  type CommitData,
  commitCommands,
  countFinished,
  evolveCommit,
} from "@/lib/activities/commit/rules";
import { commitEvent, commitSettings } from "@/lib/activities/commit/schema";
import { simulateCommit } from "@/lib/activities/commit/simulate";
import { summariseCommit } from "@/lib/activities/commit/summary";
import { commitUpcasts } from "@/lib/activities/commit/upcasts";
import { commitView } from "@/lib/activities/commit/view";
import { accept } from "@/lib/activities/contract";
import { defineKind } from "@/lib/activities/define-kind";

/**
 * A plan or a story for oneself: fill → check → keep. Its content stays on the device; what was ticked is counted once,
 * when people come to keep it.
 */
export const commit = defineKind({
  name: "commit",
  settings: commitSettings,
  event: commitEvent,
  pace: [8, 40],
  upcasts: commitUpcasts,
  phases: () => commitPhases,
  initial: (): CommitData => ({ totals: null }),
  commands: commitCommands,
  enter: (input) => (input.phase === "keep" ? countFinished(input) : accept()),
  // Also where it is left before.
  close: countFinished,
  evolve: evolveCommit,
  starters: ({ starters }, phase) => (phase === "fill" ? starters : []),
  view: commitView,
  printPages: commitPages,
  simulate: simulateCommit,
  summarise: summariseCommit,
});
