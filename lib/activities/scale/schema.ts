import * as z from "zod/mini";
import { histogram, SCORE_MAX, score } from "@/lib/activities/score-schema";
import { CELL_MIN } from "@/lib/activities/small-cells";
import { revision } from "@/lib/ids";
import { seriesWords } from "@/lib/series/series-words";
import { words } from "@/lib/words";

/** One question from 0 to 10, with both ends in words. */
export const scaleItem = z.object({
  key: z.string(),
  prompt: words,
  low: words,
  high: words,
  /**
   * What somebody presses who has no answer to it, where it is asked once; null: the words with which every
   * question can be left open.
   */
  none: z.nullable(words),
});

/** Items of one scale activity (activities.md: 1–3). */
export const ITEMS_MAX = 3;

/** As many beginnings as are read on the way to the first word. */
const STARTERS_MAX = 3;

/** The first two questions over each other on one axis, where they are asked once. */
const overlay = z.object({
  /** What they are called in the picture: "guessed", "experienced". */
  captions: z.tuple([words, words]),
  /** Said where the answers to the second one spread widely (`spread.ts`); null: nothing is. */
  wide: z.nullable(words),
});

/** Phases after the result: people talk in pairs about it, then each has time for a line of their own. */
export const afterwards = ["pairs", "line"] as const;

/** Ratings from 0 to 10; two activities with the same items make a before/after pair. */
export const scaleSettings = z.object({
  items: z.array(scaleItem).check(z.minLength(1), z.maxLength(ITEMS_MAX)),
  /** Null: each question by itself. */
  overlay: z.nullable(overlay),
  /** What stands below every result; null for nothing. */
  note: z.nullable(words),
  /** How a sentence about the result could begin. */
  starters: z.array(words).check(z.maxLength(STARTERS_MAX)),
  /** In the order of `afterwards`, however they stand here. */
  afterwards: z.array(z.enum(afterwards)),
  /** Key of the activity that asked the same before; null when nothing was asked before. */
  pairWith: z.nullable(z.string()),
  /** Asks for, or recalls, the reminder word of one's own small setback; it stays on the device. Null: none. */
  reminder: z.nullable(words),
  /**
   * `keep`: a series keeps the answers for a later meeting, under words that each phone draws. `recall`: the same is asked
   * again there, and by their words people get back what they answered. Null: no other meeting knows of it.
   */
  series: z.nullable(z.enum(["keep", "recall"])),
  summary: z.enum(["none", "aggregate"]),
});

const itemKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/**
 * One item's score, null where it was left open: rows are there either way. In a second asking with what the
 * same phone has kept from the first.
 */
export const scoreBallot = z.strictObject({ score: z.nullable(score), before: z.nullable(score) });

/** Asks what a series keeps under these words. */
export const recallScores = z.strictObject({
  type: z.literal("recallScores"),
  words: seriesWords,
});

export const castScores = z.strictObject({
  type: z.literal("castScores"),
  revision,
  scores: z
    .array(z.strictObject({ item: itemKey, ...scoreBallot.shape }))
    .check(z.minLength(1), z.maxLength(ITEMS_MAX)),
});

/** What was answered to a question that is asked once. */
export const itemTotals = z.strictObject({
  /** Scores given; 0 below k. How many left it open is counted nowhere (decision 0063). */
  n: z.int(),
  /** Null below k: nothing is shown, to facilitators either. */
  counts: z.nullable(histogram),
});

/** Later answers against earlier ones: 0 lower, 1 the same, 2 higher. */
const direction = z.int().check(z.minimum(0), z.maximum(2));

/** People in a band: fewer could be picked out, so that no such band can be stored or sent. */
const inBand = z.int().check(z.minimum(CELL_MIN));

/** Scores that are counted together at both askings. */
const band = z.strictObject({ low: score, high: score, before: inBand, after: inBand });

/**
 * How those moved who answered both times, as far as their number allows it to be told
 * (activities.md, before/after measure). There is no more of it anywhere: what is not told is not kept.
 */
export const shift = z.strictObject({
  /** Pairs of answers. */
  n: z.int(),
  /** Null where all moved alike: then it would be everybody's own. */
  directions: z.nullable(z.array(z.strictObject({ parts: z.array(direction), count: z.int() }))),
  /** Null where all moved alike, and where the room saw a result of the first asking (decision 0028). */
  medians: z.nullable(z.strictObject({ before: score, after: score })),
  /** From 0 to 10 without a gap; null as well where too few answered for two of them. */
  bands: z.nullable(z.array(band).check(z.minLength(2))),
  /** The mean change with its 95 % interval, in tenths as it is printed. */
  mean: z.nullable(z.strictObject({ mean: z.number(), low: z.number(), high: z.number() })),
});

/** By item; null where fewer than k answered both times. */
const shifts = z.record(z.string(), z.nullable(shift));

/** What release 1 counted of each asking, the first one too. It is written no more (decision 0028). */
const countedEachTime = z.strictObject({
  ...itemTotals.shape,
  /** How those changed who answered both times; index 0 is −10, index 20 is +10. */
  change: z.nullable(z.array(z.int()).check(z.length(2 * SCORE_MAX + 1))),
});

export const scaleEvent = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("scoresCounted"), items: z.record(z.string(), itemTotals) }),
  z.strictObject({ type: z.literal("pairsCounted"), items: shifts }),
  z.strictObject({
    type: z.literal("eachAskingCounted"),
    items: z.record(z.string(), countedEachTime),
  }),
]);

export type ScoreBallot = z.infer<typeof scoreBallot>;
export type ItemTotals = z.infer<typeof itemTotals>;
export type ShiftBand = z.infer<typeof band>;
export type Shift = z.infer<typeof shift>;
export type ScaleEvent = z.infer<typeof scaleEvent>;
export type ScaleItem = z.infer<typeof scaleItem>;
export type ScaleSettings = z.infer<typeof scaleSettings>;
