import * as z from "zod/mini";

export const STEPS_MAX = 8;
const stepKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** The plan itself never leaves the phone; only "finished" and ticked generic steps do. */
export const commitCommand = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("reportFinished"),
    revision: z.int().check(z.positive()),
    steps: z.array(stepKey).check(z.maxLength(STEPS_MAX)),
  }),
]);

export const finishedBallot = z.strictObject({ steps: z.array(stepKey) });

export const commitEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("finishedCounted"),
    /** Null below k. */
    finished: z.nullable(z.int()),
    /** Votes per step; null below k. */
    steps: z.nullable(z.record(stepKey, z.int())),
  }),
]);

export type CommitCommand = z.infer<typeof commitCommand>;
export type CommitEvent = z.infer<typeof commitEvent>;
