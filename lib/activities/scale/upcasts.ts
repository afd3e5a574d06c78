import * as z from "zod/mini";
import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";
import { mergedBands } from "@/lib/activities/scale/shift-bands";
import { nobodysNumber } from "@/lib/activities/script-upcasts";
import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";
import { w } from "@/lib/words";

/** Release 1 counted both askings of a pair alike, and how the pairs did beside everybody's answers. */
const countedEachTime: Upcast = (event) => {
  if (event.type !== "scoresCounted" || !isObject(event.items)) return event;
  const items = Object.entries(event.items).map(([key, item]) => [key, withoutScores(item)]);
  return { type: "eachAskingCounted", items: Object.fromEntries(items) };
};

/** Each question could be answered with a number alone, and its result stood by itself. */
const oneByOne: Upcast = (settings) => ({
  ...settings,
  items: Array.isArray(settings.items)
    ? settings.items.map((item) => (isObject(item) ? { ...item, none: null } : item))
    : settings.items,
  ...{ overlay: null, note: null, starters: [], afterwards: [] },
});

/** No meeting knew of another one. */
const noSeries: Upcast = (settings) => ({ ...settings, series: null });

/** How the pairs changed is all that is left of them. */
function withoutScores(item: unknown): unknown {
  if (!isObject(item)) return item;
  const { paired, ...totals }: StoredObject = item;
  return { ...totals, change: isObject(paired) ? paired.change : null };
}

/** Release 2 kept all three bands of a shift, and only its pictures merged small ones. */
const smallBandsMerged: Upcast = (event) => {
  if (event.type !== "pairsCounted" || !isObject(event.items)) return event;
  const items = Object.entries(event.items).map(([key, shift]) => [key, withMergedBands(shift)]);
  return { ...event, items: Object.fromEntries(items) };
};

function withMergedBands(shift: unknown): unknown {
  if (!isObject(shift) || shift.bands === null) return shift;
  const { before, after } = threeBands.parse(shift.bands);
  return { ...shift, bands: mergedBands(before, after) };
}

/** How many scores lay from 0 to 3, from 4 to 6, and from 7 to 10. */
const counts = z.array(z.int()).check(z.length(3));
const threeBands = z.object({ before: counts, after: counts });

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "ask",
  lines: {
    show: {
      say: w(
        "So sieht es in der Runde aus. Was fällt euch auf?",
        "So sieht es in der Runde aus. Was fällt Ihnen auf?",
        "This is how it looks for the group. What do you notice?",
      ),
      watchFor: nobodysNumber,
    },
  },
};

/** From version to version of what is stored of this kind. */
export const scaleUpcasts: KindUpcasts = {
  settings: [oneByOne, noSeries],
  events: [countedEachTime, smallBandsMerged],
  scripts,
};
