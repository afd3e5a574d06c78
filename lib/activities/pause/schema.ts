import * as z from "zod/mini";
import { histogram, score } from "@/lib/activities/score-schema";
import { revision } from "@/lib/ids";
import { words } from "@/lib/words";

/**
 * A screen of text. The text may have several lines, separated by `\n`, and after a blank one a
 * note. Only the closing asks something, and nothing of what is answered there is needed to go on.
 */
export const pauseSettings = z.object({
  text: words,
  /** Label of the agree button; null when there is nothing to agree to. */
  acknowledge: z.nullable(words),
  role: z.enum(["rules", "break", "closing"]),
});

/** The process check: two questions from 0 to 10. */
export const checkKeys = ["safe", "useful"] as const;
/** Slot of the exit check, "settled enough to leave?". */
export const SETTLED_SLOT = "settled";

export const checkBallot = z.strictObject({ score });

/** What somebody answers in the closing; null leaves a question as it was. */
export const answerChecks = z.strictObject({
  type: z.literal("answerChecks"),
  revision,
  safe: z.nullable(score),
  useful: z.nullable(score),
  settled: z.nullable(z.boolean()),
});

/** How the scores of the process check spread, each null below k. */
export const checkTotals = z.strictObject({
  safe: z.nullable(histogram),
  useful: z.nullable(histogram),
});

export const pauseEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("checksCounted"), totals: checkTotals }),
]);

export type CheckKey = (typeof checkKeys)[number];
export type CheckTotals = z.infer<typeof checkTotals>;
export type PauseEvent = z.infer<typeof pauseEvent>;
export type PauseSettings = z.infer<typeof pauseSettings>;
