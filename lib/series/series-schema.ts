import * as z from "zod/mini";
import { score } from "@/lib/activities/score-schema";
import { activityKey } from "@/lib/ids";

/** Meetings that one series can have; ours has four. */
const MEETINGS_MAX = 12;

const meeting = z.int().check(z.minimum(1), z.maximum(MEETINGS_MAX));

/** Which meeting of a series a session is. */
export const seriesPart = z.object({ part: meeting, of: meeting });

/** Which meeting of which series a ready-made plan is for. */
export const seriesTemplate = z.extend(seriesPart, { id: z.string() });

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
