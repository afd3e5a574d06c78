import * as z from "zod/mini";
import { SCORE_MAX, score } from "@/lib/activities/score-schema";
import { activityKey } from "@/lib/ids";

/** Meetings that one series can have; ours has four. */
const MEETINGS_MAX = 12;

const meeting = z.int().check(z.minimum(1), z.maximum(MEETINGS_MAX));

/** Which meeting of a series a session is. */
export const seriesPart = z.object({ part: meeting, of: meeting });

/** Questions whose answers a series keeps: those of one measure, with room for a second. */
const QUESTIONS_MAX = 6;

/** What somebody answered to the questions that a series keeps, by their keys. */
export const seriesScores = z.record(activityKey, score).check(
  z.refine((scores) => {
    const count = Object.keys(scores).length;
    return count > 0 && count <= QUESTIONS_MAX;
  }),
);

export type SeriesPart = z.infer<typeof seriesPart>;
export type SeriesScores = z.infer<typeof seriesScores>;

/** What a phone is told of the words that somebody typed; null: nothing is kept under them. */
export const recalledScores = z.strictObject({
  scores: z.nullable(seriesScores),
  padding: z.string(),
});

/**
 * The answer to four words: what is kept under them of these questions. It has as many bytes whether that is anything
 * or nothing, so that a network sees no difference.
 */
export function recallAnswer(
  kept: SeriesScores | null,
  questions: readonly string[],
): z.infer<typeof recalledScores> {
  const asked = questions.flatMap((key) => (kept?.[key] === undefined ? [] : [[key, kept[key]]]));
  const scores: SeriesScores | null = asked.length === 0 ? null : Object.fromEntries(asked);
  const longest = Object.fromEntries(questions.map((key) => [key, SCORE_MAX]));
  const missing = JSON.stringify(longest).length - JSON.stringify(scores).length;
  return { scores, padding: " ".repeat(missing) };
}
