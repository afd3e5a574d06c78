import { withAttributes, withoutTags } from "@/lib/activities/card-upcasts";
import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";
import { chosen, noGuessing, reading, voting } from "@/lib/activities/script-upcasts";
import { isObject, type StoredObject, type Upcast } from "@/lib/upcast";
import { same, w } from "@/lib/words";

/** How many people had to see a reading from version 2 on for its numbers to be counted. */
const SEEN_BY = 5;

/** Release 1 counted readings also where a few people had seen them (decision 0029). */
const seenByEnough: Upcast = (event) => {
  if (event.type !== "votesCounted" || !isObject(event.cases)) return event;
  const cases = Object.entries(event.cases).map(([id, each]) => [id, withoutFew(each)]);
  return { ...event, cases: Object.fromEntries(cases) };
};

function withoutFew(counted: unknown): unknown {
  if (!isObject(counted) || !isObject(counted.readings)) return counted;
  const readings = Object.entries(counted.readings).filter(([, totals]) => isEnough(totals));
  if (readings.length === 0) return { ballots: 0, readings: null };
  return { ...counted, readings: Object.fromEntries(readings) } satisfies StoredObject;
}

const isEnough = (totals: unknown): boolean =>
  isObject(totals) && typeof totals.shown === "number" && totals.shown >= SEEN_BY;

/** Where cases come from was told by the name of a kind; any activity with cards may give them. */
const sourceByRole: Upcast = (settings) => {
  const { source } = settings;
  if (!isObject(source) || source.from !== "collect") return settings;
  return { ...settings, source: { ...source, from: "earlier" } };
};

/** An answer to a line of one's own was called as a view of a shared case is, and nothing began one but lenses. */
const withOwnWords: Upcast = (settings) => {
  const { source } = settings;
  const isOwn = isObject(source) && source.from === "own";
  return {
    starters: [],
    ...settings,
    ...(isOwn ? { source: { answer: null, keep: null, ...source } } : {}),
  };
};

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "write",
  lines: {
    choose: {
      say: w(
        "Gleich kommt ein Fall. Ich wähle ihn aus; ihr müsst dafür nichts tun.",
        "Gleich kommt ein Fall. Ich wähle ihn aus; Sie müssen dafür nichts tun.",
        "A case is coming. I am choosing it; you don’t have to do anything.",
      ),
      watchFor: same(
        "Kein Fall mit Diskriminierung, Gewalt, Mobbing oder Trauer.",
        "No case with discrimination, violence, bullying or bereavement.",
      ),
    },
    case: {
      say: w(
        "Hier ist ein Fall. Lest ihn in Ruhe. Niemand fragt, von wem er ist.",
        "Hier ist ein Fall. Lesen Sie ihn in Ruhe. Niemand fragt, von wem er ist.",
        "Here is a case. Read it calmly. Nobody asks whose it is.",
      ),
      watchFor: noGuessing,
    },
    review: reading,
    vote: voting,
    show: chosen,
  },
};

/** From version to version of what is stored of this kind. */
export const reframeUpcasts: KindUpcasts = {
  settings: [sourceByRole, withOwnWords],
  events: [seenByEnough, withoutTags, withAttributes("caseId", "lens")],
  scripts,
};
