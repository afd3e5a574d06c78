import * as z from "zod/mini";
import { histogram, SCORE_MAX, score } from "@/lib/activities/score-schema";
import { words } from "@/lib/plans/words";
import { revision } from "@/lib/session/ids";

/** One question from 0 to 10, with both ends in words. */
export const scaleItem = z.object({ key: z.string(), prompt: words, low: words, high: words });

/** Ratings from 0 to 10; two activities with the same items make a before/after pair. */
export const scaleSettings = z.object({
  items: z.array(scaleItem),
  /** Key of the activity that asked the same before; null when nothing was asked before. */
  pairWith: z.nullable(z.string()),
  /** Asks for, or recalls, the reminder word of one's own small setback; it stays on the device. */
  reminder: words,
  summary: z.enum(["none", "aggregate"]),
});

/** Items of one scale activity (activities.md: 1–3). */
export const ITEMS_MAX = 3;

const itemKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** One item's score. `before` is what the same phone kept from the activity this one pairs with. */
export const scoreBallot = z.strictObject({ score, before: z.nullable(score) });

export const scaleCommand = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("castScores"),
    revision,
    scores: z
      .array(z.strictObject({ item: itemKey, score, before: z.nullable(score) }))
      .check(z.minLength(1), z.maxLength(ITEMS_MAX)),
  }),
]);

export const itemTotals = z.strictObject({
  /** Scores given. */
  n: z.int(),
  /** Null below k: nothing is shown, to facilitators either. */
  counts: z.nullable(histogram),
  /** People who answered before and after on the same phone; null where fewer than k did. */
  paired: z.nullable(
    z.strictObject({
      n: z.int(),
      /** Null where beside everybody's scores it would tell those of a few (rule 6). */
      before: z.nullable(histogram),
      after: z.nullable(histogram),
      /** Index 0 is −10, index 20 is +10; −1, 0 and +1 stand for directions where the above is null. */
      change: z.array(z.int()).check(z.length(2 * SCORE_MAX + 1)),
    }),
  ),
});

/** Totals of a whole activity, by item; null while asking. */
export const scaleTotals = z.nullable(z.record(z.string(), itemTotals));

export const scaleEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("scoresCounted"), items: z.record(z.string(), itemTotals) }),
]);

export type ScoreBallot = z.infer<typeof scoreBallot>;
export type ScaleCommand = z.infer<typeof scaleCommand>;
export type ItemTotals = z.infer<typeof itemTotals>;
export type ScaleEvent = z.infer<typeof scaleEvent>;
export type ScaleItem = z.infer<typeof scaleItem>;
export type ScaleSettings = z.infer<typeof scaleSettings>;
