import type * as z from "zod/mini";
import { mayStayOpen } from "@/lib/activities/scale/asking";
import { scaleRecord } from "@/lib/activities/scale/record";
import type { castScores, ScaleSettings } from "@/lib/activities/scale/schema";
import { SCORE_MAX } from "@/lib/activities/score-schema";
import {
  type Person,
  type RawCommand,
  revisionOf,
  type Scene,
  type Simulation,
} from "@/lib/activities/simulation";
import { recalledScores, type SeriesScores } from "@/lib/series/series-schema";
import { drawWords, seriesWords } from "@/lib/series/series-words";

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
  const { items, series } = settings;
  const { asking } = scaleRecord.parse(record);
  const { kept, chance } = person;
  const recalled = series === "recall" ? yield* recall(person) : null;
  const scores = items.flatMap(({ key: item, none }, at): CastScore[] => {
    const leavesOpen = at === items.length - 1 && person.number % ONE_OPEN_OF === 2;
    if (leavesOpen && mayStayOpen(asking, settings, { none })) {
      return [{ item, score: null, before: null }];
    }
    const before = recalled
      ? (recalled[item] ?? chance.int(2, 10))
      : scoreKept(person, settings, item);
    const score = before === null ? chance.int(2, 10) : clamp(before + chance.int(-2, 3));
    kept.set(`score/${key}/${item}`, score);
    const staysHere = asking === "first" || (asking === "second" && before === null);
    return staysHere ? [] : [{ item, score, before }];
  });
  if (scores.length > 0) yield { type: "castScores", revision: revisionOf(person, key), scores };
}

function scoreKept({ kept }: Person, { pairWith }: ScaleSettings, item: string): number | null {
  const first = pairWith === null ? undefined : kept.get(`score/${pairWith}/${item}`);
  return typeof first === "number" ? first : null;
}

/**
 * What somebody answered at an earlier meeting, by their words. Who was at none has made-up ones, and goes on as if
 * anything had been found.
 */
function* recall({ kept, chance }: Person): Generator<RawCommand, SeriesScores, unknown> {
  const known = seriesWords.safeParse(kept.get("series/words"));
  const words = known.success ? known.data : drawWords("de", (end) => chance.int(0, end));
  kept.set("series/words", words);
  const answer = recalledScores.safeParse(yield { type: "recallScores", words });
  return (answer.success && answer.data.scores) || {};
}

const clamp = (value: number): number => Math.min(SCORE_MAX, Math.max(0, value));
