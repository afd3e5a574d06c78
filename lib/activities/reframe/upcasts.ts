import { withoutTags } from "@/lib/activities/card-upcasts";
import { isObject, type KindUpcasts, type StoredObject, type Upcast } from "@/lib/session/upcast";

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

/** From version to version of what is stored of this kind. */
export const reframeUpcasts: KindUpcasts = { settings: [], events: [seenByEnough, withoutTags] };
