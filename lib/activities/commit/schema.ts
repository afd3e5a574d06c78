import * as z from "zod/mini";
import { revision } from "@/lib/ids";
import { words } from "@/lib/words";

/** One line of the take-home plan. */
export const commitField = z.object({
  key: z.enum(["when", "then", "by"]),
  label: words,
  /** An example inside the field; null for the date. */
  placeholder: z.nullable(words),
  input: z.enum(["text", "date"]),
  required: z.boolean(),
});

/** Steps that one can share by ticking: more are not told apart at a glance. */
export const STEPS_MAX = 8;

/** A private plan that is written and kept on the device only. */
export const commitSettings = z.object({
  fields: z.array(commitField),
  /** Whole plans to borrow from: if trigger, then step. */
  examples: z.array(z.object({ trigger: words, step: words })),
  /** What to ask of a plan once it is written, each for oneself. */
  checks: z.array(words),
  /** Steps one may share by ticking; the only thing the server learns besides "finished". */
  genericSteps: z.array(z.object({ key: z.string(), label: words })).check(z.maxLength(STEPS_MAX)),
});

export const stepKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** The plan itself never leaves the phone; only "finished" and ticked generic steps do. */
export const reportFinished = z.strictObject({
  type: z.literal("reportFinished"),
  revision,
  steps: z.array(stepKey).check(z.maxLength(STEPS_MAX)),
});

export const finishedBallot = z.strictObject({ steps: z.array(stepKey) });

export const commitEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("finishedCounted"),
    /** Null below k. */
    finished: z.nullable(z.int()),
    /** How often each step was shared; null where fewer than k people shared any. */
    steps: z.nullable(z.record(stepKey, z.int())),
    /**
     * Steps that too few shared to name them, taken together: the log keeps no smaller cells than are
     * shown. Version 1 had them among `steps`, which views merge.
     */
    other: z.int(),
  }),
]);

export type CommitEvent = z.infer<typeof commitEvent>;
export type CommitField = z.infer<typeof commitField>;
export type CommitSettings = z.infer<typeof commitSettings>;
