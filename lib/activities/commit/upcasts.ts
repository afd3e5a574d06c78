import { ifThenSentence } from "@/lib/activities/commit/if-then-sentence";
import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";
import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";
import { same, w } from "@/lib/words";

/** The phase for it was there, and asked nothing. */
const withoutChecks: Upcast = (settings) => ({ ...settings, checks: [] });

/** Fields had no choices and no preset, and there were three of them; up to eight steps could all be ticked. */
const whenThenBy: Upcast = ({ fields, examples, ...settings }) => ({
  ...settings,
  fields: eachOf(fields, (field) => ({ ...field, offers: [], daysAhead: null })),
  sentence: ifThenSentence,
  examples: eachOf(examples, ({ trigger, step }) => [
    { field: "when", text: trigger },
    { field: "then", text: step },
  ]),
  starters: [],
  pairTask: null,
  ticksMax: 8,
  sharedField: null,
  weeks: 1,
  button: null,
  ticksLabel: null,
  stageCaption: null,
  finishedLabel: null,
});

const eachOf = (list: unknown, change: (each: StoredObject) => unknown): unknown =>
  Array.isArray(list) ? list.map((each) => (isObject(each) ? change(each) : each)) : list;

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "fill",
  lines: {
    check: {
      say: w(
        "Prüft euren Plan: Kommt der Auslöser sicher? Ist der Schritt klein genug?",
        "Prüfen Sie Ihren Plan: Kommt der Auslöser sicher? Ist der Schritt klein genug?",
        "Check your plan: is the trigger sure to come? Is the step small enough?",
      ),
      watchFor: same("Niemand liest den eigenen Plan vor.", "Nobody reads their plan aloud."),
    },
    keep: {
      say: w(
        "Nehmt euren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text.",
        "Nehmen Sie Ihren Plan jetzt mit: in den Kalender, ausgedruckt oder als Text.",
        "Take your plan along now: into your calendar, printed or as text.",
      ),
      watchFor: same("Nicht nach Inhalten fragen.", "Don’t ask about content."),
    },
  },
};

/** From version to version of what is stored of this kind. */
export const commitUpcasts: KindUpcasts = {
  settings: [withoutChecks, whenThenBy],
  events: [
    // 2: small cells are merged before they are stored.
    (event) => ({ ...event, other: 0 }),
  ],
  scripts,
};
