import * as z from "zod/mini";
import { revision } from "@/lib/ids";
import { words } from "@/lib/words";

/** Names a field, an offer or a step inside its activity; sentences refer to fields by it: `{when}`. */
export const partKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** More fields are a form, and nobody has a sentence for it. */
export const FIELDS_MAX = 6;

/** Steps that one can share by ticking: twelve stand in two columns on a stage. */
export const STEPS_MAX = 12;

/** A quarter of a year; whatever is further away is no next step. */
export const DAYS_AHEAD_MAX = 92;

/** Weekly reminders in a calendar: two months of them. */
export const WEEKS_MAX = 8;

const offer = z.object({ key: partKey, label: words });

/** One line of what somebody writes for themselves. */
export const commitField = z.object({
  key: partKey,
  label: words,
  /** An example inside the field; null where there is none. */
  placeholder: z.nullable(words),
  /** `choice`: one of the offers, or words of one's own. */
  input: z.enum(["text", "long", "choice", "date"]),
  required: z.boolean(),
  /** What can be chosen; empty for other inputs. */
  offers: z.array(offer).check(z.maxLength(STEPS_MAX)),
  /** So many days from today stand in a date at first; null: none does. */
  daysAhead: z.nullable(z.int().check(z.minimum(1), z.maximum(DAYS_AHEAD_MAX))),
});

const unlikeKeys = (parts: readonly { key: string }[]) =>
  new Set(parts.map(({ key }) => key)).size === parts.length;

/** Something that is written for oneself and kept on the device only: a plan, or a story. */
export const commitSettings = z.object({
  fields: z.array(commitField).check(z.minLength(1), z.maxLength(FIELDS_MAX), z.refine(unlikeKeys)),
  /**
   * How the fields become one sentence: `If {when}, then {then}.[ By {by}.]` What stands in square brackets
   * is said where its fields are filled in. Null: no plan but a story, each field by itself.
   */
  sentence: z.nullable(words),
  /** Whole plans to borrow from, field by field. */
  examples: z.array(z.array(z.object({ field: partKey, text: words }))),
  /** Beginnings that the facilitator can show. */
  starters: z.array(words),
  /** What to ask of it once it is written, each for oneself. */
  checks: z.array(words),
  /** What pairs talk about meanwhile; null where everybody checks alone. */
  pairTask: z.nullable(words),
  /** Steps one may share by ticking; the only thing the server learns besides "finished". */
  genericSteps: z.array(offer).check(z.maxLength(STEPS_MAX), z.refine(unlikeKeys)),
  /** How many of them one may tick. */
  ticksMax: z.int().check(z.minimum(1), z.maximum(STEPS_MAX)),
  /** Instead of `genericSteps`: the choice whose chosen offer can be shared by one tick; where it is gone, nothing can. */
  sharedField: z.nullable(partKey),
  /** Weekly reminders in the calendar, up to the date of the plan; 1: that day alone. */
  weeks: z.int().check(z.minimum(1), z.maximum(WEEKS_MAX)),
  /** What it says instead of the kind's own words; null for these. */
  button: z.nullable(words),
  ticksLabel: z.nullable(words),
  /** Above what was shared, on stage and in the summary. */
  stageCaption: z.nullable(words),
  /** Before the number of those who are done. */
  finishedLabel: z.nullable(words),
});

/** "Finished", and ticked steps: nothing of what somebody wrote ever leaves the phone. */
export const reportFinished = z.strictObject({
  type: z.literal("reportFinished"),
  revision,
  steps: z.array(partKey).check(z.maxLength(STEPS_MAX)),
});

export const finishedBallot = z.strictObject({ steps: z.array(partKey) });

export const commitEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("finishedCounted"),
    /** Null below k. */
    finished: z.nullable(z.int()),
    /** How often each step was shared; null where fewer than k people shared any. */
    steps: z.nullable(z.record(partKey, z.int())),
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
