import { defineKind } from "@/lib/activities/contract";
import { handsOnReadings } from "@/lib/activities/reframe/hands";
import { ownCasePhases, sharedCasePhases } from "@/lib/activities/reframe/phases";
import {
  closeReframe,
  enterReframe,
  evolveReframe,
  isCaseFixed,
  newReframeData,
  reframeCommands,
  reframeLateBatch,
} from "@/lib/activities/reframe/rules";
import { givenCasesOf, reframeEvent, reframeSettings } from "@/lib/activities/reframe/schema";
import { simulateReframe } from "@/lib/activities/reframe/simulate";
import { summariseReframe } from "@/lib/activities/reframe/summary";
import { reframeUpcasts } from "@/lib/activities/reframe/upcasts";
import { reframeView } from "@/lib/activities/reframe/view";

/**
 * Other readings of a setback, and a vote on them: choose → case → write → review → vote → show.
 * A choice is the facilitators' alone until `case` shows it: a participant's card never stands on the
 * projector before somebody meant it to (P125).
 */
export const reframe = defineKind({
  name: "reframe",
  settings: reframeSettings,
  event: reframeEvent,
  pace: [6, 35],
  upcasts: reframeUpcasts,
  phases: ({ source }) => (source.from === "own" ? ownCasePhases : sharedCasePhases),
  initial: newReframeData,
  commands: reframeCommands,
  enter: enterReframe,
  close: closeReframe,
  evolve: evolveReframe,
  isPastReturn: isCaseFixed,
  view: reframeView,
  hands: handsOnReadings,
  simulate: simulateReframe,
  summarise: summariseReframe,
  sources: [
    "Perry, Stupnisky, Hall, Chipperfield & Weiner (2010). Bad starts and better finishes. Journal of Social and Clinical Psychology 29(6). doi:10.1521/jscp.2010.29.6.668",
    "Bruehlman-Senecal & Ayduk (2015). This too shall pass. Journal of Personality and Social Psychology 108(2). doi:10.1037/a0038324",
    "Breines & Chen (2012). Self-compassion increases self-improvement motivation. Personality and Social Psychology Bulletin 38(9). doi:10.1177/0146167212445599",
    "Wood, Perunovic & Lee (2009). Positive self-statements: power for some, peril for others. Psychological Science 20. doi:10.1111/j.1467-9280.2009.02370.x",
  ],
  cards: { batches: (data) => data, lateBatch: reframeLateBatch },
  refersTo: ({ source }) => (source.from === "earlier" ? [source.activity] : []),
  alone: ({ source, ...settings }) => ({
    ...settings,
    source:
      source.from === "earlier"
        ? { from: "given" as const, givenCases: source.givenCases, caseLimit: source.caseLimit }
        : source,
  }),
  starters: ({ lenses }, phase) => (phase === "write" ? lenses.map(({ help }) => help) : []),
  casesFor: ({ source }, { activity }) =>
    source.from === "earlier" && source.activity === activity
      ? givenCasesOf(source).map(({ text }) => text)
      : [],
});
