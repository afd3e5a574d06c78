import * as z from "zod/mini";
import { mergeSmallCells } from "@/lib/activities/small-cells";
import { type Upcast, upcast, versioned } from "@/lib/upcast";

/** What can have become of a plan. */
export const followUpAnswers = ["done", "changed", "dropped"] as const;

export const followUpAnswer = z.enum(followUpAnswers);

export type FollowUpAnswer = z.infer<typeof followUpAnswer>;

/** From how many answers on anything is told of them: as many as a session needs for its scores. */
export const FOLLOW_UP_K = 5;

/** Far above any group; what planted devices can fill a table with ends somewhere. It is told to all who answer and read. */
export const FOLLOW_UP_ANSWERS_MAX = 2_000;

/** Days after which answers are counted: a small step, a usual one, a habit. */
export const FOLLOW_UP_DAYS = [14, 28, 56] as const;

export const FOLLOW_UP_DAYS_DEFAULT: FollowUpDays = 28;

export const followUpDays = z.literal(FOLLOW_UP_DAYS);

export type FollowUpDays = z.infer<typeof followUpDays>;

/** What was answered, once it was counted: what few said is in nobody's sight, nor to be had by subtraction. */
export const followUpResult = z.object({
  /** How many answered; null where too few did. */
  answers: z.nullable(z.number()),
  /** What enough said, the most first. */
  shown: z.array(z.object({ answer: followUpAnswer, count: z.number() })),
  /** How many said something else; what, stays with them. */
  other: z.number(),
});

export type FollowUpResult = z.infer<typeof followUpResult>;

const TOO_FEW: FollowUpResult = { answers: null, shown: [], other: 0 };

/**
 * What may be told of so many answers. `drawn` is all of them in an order that chance made: which of two equal ones is told
 * beside others may not follow from what they are. Where all said the same, only their number is told, as where all but a few did:
 * else it would be known of each.
 */
export function resultOf(
  counts: Readonly<Record<FollowUpAnswer, number>>,
  drawn: readonly FollowUpAnswer[],
): FollowUpResult {
  const cells = drawn
    .map((answer) => ({ answer, count: counts[answer] }))
    .toSorted((one, other) => other.count - one.count);
  const answers = cells.reduce((sum, { count }) => sum + count, 0);
  if (answers < FOLLOW_UP_K) return TOO_FEW;
  const { shown, other } = mergeSmallCells(cells, answers);
  const isUnanimous = shown.some(({ count }) => count === answers);
  return isUnanimous ? { answers, shown: [], other: answers } : { answers, shown, other };
}

/** From version to version of a result. */
const resultUpcasts: readonly Upcast[] = [];

/** A result as it is stored. */
export const storedResult = (result: FollowUpResult): unknown => versioned(result, resultUpcasts);

/** A result that was stored; null where this release can't read it. */
export function readResult(stored: unknown): FollowUpResult | null {
  try {
    return followUpResult.parse(upcast(stored, resultUpcasts));
  } catch {
    return null;
  }
}
