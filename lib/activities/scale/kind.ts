import { accept } from "@/lib/activities/contract";
import { defineKind } from "@/lib/activities/define-kind";
import { askingOf } from "@/lib/activities/scale/asking";
import { handsOnScale } from "@/lib/activities/scale/hands";
import { askedPhases, firstAskedPhases } from "@/lib/activities/scale/phases";
import { scalePages } from "@/lib/activities/scale/print-pages";
import {
  countScores,
  evolveScale,
  type ScaleData,
  scaleCommands,
} from "@/lib/activities/scale/rules";
import { scaleEvent, scaleSettings } from "@/lib/activities/scale/schema";
import { simulateScale } from "@/lib/activities/scale/simulate";
import { summariseScale } from "@/lib/activities/scale/summary";
import { scaleUpcasts } from "@/lib/activities/scale/upcasts";
import { scaleView } from "@/lib/activities/scale/view";

/**
 * Ratings from 0 to 10: ask → show (→ pairs → line). Each item is a ballot of its own under its own tag, so that
 * the items of one person are not linked, and whoever leaves one open hands in a ballot as well. Of what is asked twice the first answers stay on the phones:
 * there is nothing to hand in, to count or to show. The second time each phone hands in both as one
 * ballot, so that the server links nothing and there is one result, which nothing can be subtracted
 * from (decision 0028). What a series keeps is paired in the same way, at another meeting (decision 0073).
 */
export const scale = defineKind({
  name: "scale",
  settings: scaleSettings,
  event: scaleEvent,
  pace: [4, 20],
  upcasts: scaleUpcasts,
  phases: (settings, place) =>
    askingOf(place) === "first" ? firstAskedPhases : askedPhases(settings),
  initial: (_settings, place): ScaleData => ({
    asking: askingOf(place),
    totals: null,
    shifts: null,
    wasShown: false,
  }),
  commands: scaleCommands,
  enter: (input) => (input.phase === "show" ? countScores(input) : accept()),
  // Also where it is left without having been shown.
  close: countScores,
  evolve: evolveScale,
  view: scaleView,
  facts: (_settings, { wasShown }) => ({ wasShown }),
  keepsForSeries: ({ items, series }) => (series === "keep" ? items.map(({ key }) => key) : []),
  hands: handsOnScale,
  printPages: scalePages,
  simulate: simulateScale,
  summarise: summariseScale,
  refersTo: ({ pairWith }) => (pairWith === null ? [] : [pairWith]),
  alone: (settings) => ({ ...settings, pairWith: null, series: null }),
});
