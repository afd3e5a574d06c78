import type * as z from "zod/mini";
import { mayStayOpen } from "@/lib/activities/scale/asking";
import { scaleRecord } from "@/lib/activities/scale/record";
import type { castScores, ScaleSettings } from "@/lib/activities/scale/schema";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import { type Person, revisionOf, type Scene, type Simulation } from "@/lib/activities/simulation";

type CastScore = z.infer<typeof castScores>["scores"][number];

/** Of so many people one leaves the last question open. */
const ONE_OPEN_OF = 7;

/**
 * Any score at first, up to two steps from it at the second asking, in both directions. Like a real
 * phone it keeps the first for itself, and hands in both together.
 */
export function* simulateScale(
  person: Person,
  { key, settings, phase, record }: Scene<ScaleSettings>,
): Simulation {
  if (phase !== "ask") return;
  const { items, pairWith } = settings;
  const { asking } = scaleRecord.parse(record);
  const { kept, chance } = person;
  const scores = items.flatMap(({ key: item, none }, at): CastScore[] => {
    const leavesOpen = at === items.length - 1 && person.number % ONE_OPEN_OF === 2;
    if (leavesOpen && mayStayOpen(asking, settings, { none })) {
      return [{ item, score: null, before: null }];
    }
    const first = pairWith === null ? undefined : kept.get(`score/${pairWith}/${item}`);
    const before = typeof first === "number" ? first : null;
    const score = before === null ? chance.int(2, 10) : clamp(before + chance.int(-2, 3));
    kept.set(`score/${key}/${item}`, score);
    const staysHere = asking === "first" || (asking === "second" && before === null);
    return staysHere ? [] : [{ item, score, before }];
  });
  if (scores.length > 0) yield { type: "castScores", revision: revisionOf(person, key), scores };
}

const clamp = (value: number): number => Math.min(SCORE_MAX, Math.max(0, value));
