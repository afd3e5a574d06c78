import { defineKind } from "@/lib/activities/define-kind";
import { pausePhases } from "@/lib/activities/pause/phases";
import { closePause, evolvePause, pauseCommands } from "@/lib/activities/pause/rules";
import { pauseEvent, pauseSettings, SETTLED_SLOT } from "@/lib/activities/pause/schema";
import { simulatePause } from "@/lib/activities/pause/simulate";
import { summarisePause } from "@/lib/activities/pause/summary";
import { pauseUpcasts } from "@/lib/activities/pause/upcasts";
import { pauseView } from "@/lib/activities/pause/view";

/**
 * Text, or "look up". Agreeing is presence and stays on the phone: a pause stores nothing, but for
 * the closing. Its three questions are three ballots under tags of their own, so that the answers
 * of one person are not linked. The process check is counted when the session ends; "not settled
 * yet" is never counted here, only shown as a number while it can still be acted upon.
 */
export const pause = defineKind({
  name: "pause",
  settings: pauseSettings,
  event: pauseEvent,
  pace: [2, 10],
  upcasts: pauseUpcasts,
  phases: pausePhases,
  initial: () => ({ totals: null }),
  commands: pauseCommands,
  close: closePause,
  evolve: evolvePause,
  view: pauseView,
  simulate: simulatePause,
  summarise: summarisePause,
  part: ({ role }) => (role === "rules" ? "opening" : role === "closing" ? "closing" : null),
  signal: ({ role }) =>
    role === "closing" ? { slot: SETTLED_SLOT, content: { settled: false } } : null,
});
