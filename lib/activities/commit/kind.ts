import { commitPhases } from "@/lib/activities/commit/phases";
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
import { defineKind } from "@/lib/activities/contract";

/** A plan or a story for oneself: fill → check → keep. Its content stays on the device. */
export const commit = defineKind({
  name: "commit",
  settings: commitSettings,
  event: commitEvent,
  pace: [8, 40],
  upcasts: commitUpcasts,
  phases: () => commitPhases,
  initial: (): CommitData => ({ totals: null }),
  commands: commitCommands,
  close: countFinished,
  evolve: evolveCommit,
  starters: ({ starters }, phase) => (phase === "fill" ? starters : []),
  view: commitView,
  simulate: simulateCommit,
  summarise: summariseCommit,
});
