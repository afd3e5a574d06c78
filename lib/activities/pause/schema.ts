import * as z from "zod/mini";
import { histogram, score } from "@/lib/activities/score-schema";
import { revision } from "@/lib/ids";
import { words } from "@/lib/words";

/** The steps that a pause can have, each a phase of this name, once at most. */
export const stepKeys = ["picture", "quiet", "move", "exchange", "year"] as const;

/** As many beginnings as are read on the way to the first word. */
const STARTERS_MAX = 3;

/** One screen of several, on phones and stage alike; the facilitator turns to the next. */
const step = z.object({
  key: z.enum(stepKeys),
  text: words,
  /** How a sentence about it could begin. */
  starters: z.array(words).check(z.maxLength(STARTERS_MAX)),
});

const steps = z.array(step).check(
  z.refine((all) => new Set(all.map(({ key }) => key)).size === all.length, {
    error: "Each step once",
  }),
);

/**
 * A screen of text. The text may have several lines, separated by `\n`, and after a blank one a
 * note. Only the closing asks something, and nothing of what is answered there is needed to go on.
 */
const settings = z.object({
  /** Null where steps say all of it. */
  text: z.nullable(words),
  /** Label of the agree button; null when there is nothing to agree to. */
  acknowledge: z.nullable(words),
  role: z.enum(["rules", "break", "closing"]),
  /** In their order; none for one screen of text. */
  steps,
  /** A circle to breathe with, in the silence; guided breathing unsettles some, so it is there by choice only. */
  breath: z.boolean(),
});

/** A pause without a word is none. */
export const pauseSettings = settings.check(
  z.refine(({ text, steps }) => text !== null || steps.length > 0, { path: ["text"] }),
);

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
export type PauseStep = z.infer<typeof step>;
export type PauseSettings = z.infer<typeof pauseSettings>;
