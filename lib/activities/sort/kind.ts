import { accept } from "@/lib/activities/contract";
import { defineKind } from "@/lib/activities/define-kind";
import { inOneLine } from "@/lib/activities/sort/in-one-line";
import { sortPhases } from "@/lib/activities/sort/phases";
import { sortPages } from "@/lib/activities/sort/print-pages";
import { countPlaces, evolveSort, type SortData, sortCommands } from "@/lib/activities/sort/rules";
import { sortEvent, sortSettings } from "@/lib/activities/sort/schema";
import { simulateSort } from "@/lib/activities/sort/simulate";
import { summariseSort } from "@/lib/activities/sort/summary";
import { sortUpcasts } from "@/lib/activities/sort/upcasts";
import { sortView } from "@/lib/activities/sort/view";

/**
 * Putting things into places: items → place → show → discuss. The things are points without a text, lines that
 * stay on the device, or given by the plan; places are buckets, steps of an axis or the quarters of two. What is
 * handed in is how many lie where, and what the room sees of that is told by decision 0060. Texts of
 * participants are not shared: a kind with cards does that, with its review.
 */
export const sort = defineKind({
  name: "sort",
  settings: sortSettings,
  event: sortEvent,
  pace: [10, 60],
  upcasts: sortUpcasts,
  phases: sortPhases,
  initial: (): SortData => ({ result: null }),
  commands: sortCommands,
  enter: (input) => (input.phase === "show" ? countPlaces(input) : accept()),
  // Also where it is left without having been shown.
  close: countPlaces,
  evolve: evolveSort,
  view: sortView,
  fictional: ({ fictional }) => inOneLine(fictional),
  printPages: sortPages,
  simulate: simulateSort,
  summarise: summariseSort,
});
