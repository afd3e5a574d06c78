import { defineKind } from "@/lib/activities/define-kind";
import { handsOnReadings } from "@/lib/activities/reframe/hands";
import { ownCasePhases, sharedCasePhases } from "@/lib/activities/reframe/phases";
import { reframePages } from "@/lib/activities/reframe/print-pages";
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
  printPages: reframePages,
  simulate: simulateReframe,
  summarise: summariseReframe,
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
