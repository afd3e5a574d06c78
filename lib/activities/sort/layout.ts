import * as z from "zod/mini";
import { words } from "@/lib/words";

/** Of places, things and decisions, as they stand in ballots and results. */
export const sortKey = z.string().check(z.regex(/^[a-z][a-z0-9-]{0,39}$/));

/** More can't be told apart on a phone without scrolling, nor on a bar from ten metres. */
export const BUCKETS_MAX = 6;
const BUCKETS_MIN = 2;
/** As many as fingers: what is shared out in a minute. */
export const POINTS_MAX = 10;
/** As many as one thinks of without a list (content: three to eight contacts). */
export const ITEMS_MAX = 8;
const bucket = z.object({ key: sortKey, name: words, detail: z.nullable(words) });
/** Both ends of an axis in words. */
const ends = z.object({ low: words, high: words });

/** Where things are put: into buckets, on steps between two ends, or into the quarters of two axes. */
export const sortLayout = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("buckets"),
    buckets: z.array(bucket).check(z.minLength(BUCKETS_MIN), z.maxLength(BUCKETS_MAX)),
  }),
  z.object({ type: z.literal("axis"), ends }),
  z.object({ type: z.literal("grid"), across: ends, up: ends }),
]);

/** What is put there. */
export const sortSource = z.discriminatedUnion("type", [
  /** Alike and without a text, all of them to be placed; one is a single tap. */
  z.object({
    type: z.literal("points"),
    count: z.int().check(z.minimum(1), z.maximum(POINTS_MAX)),
  }),
  /** Written on the device and staying there. */
  z.object({
    type: z.literal("own"),
    least: z.int().check(z.minimum(1), z.maximum(ITEMS_MAX)),
    most: z.int().check(z.minimum(1), z.maximum(ITEMS_MAX)),
    /** What one line is: "A goal that stays here". */
    label: words,
  }),
  /** The same for everybody, each of them to be placed. */
  z.object({
    type: z.literal("given"),
    items: z
      .array(z.object({ key: sortKey, text: words }))
      .check(z.minLength(1), z.maxLength(ITEMS_MAX)),
  }),
]);

export type SortLayout = z.infer<typeof sortLayout>;
export type SortSource = z.infer<typeof sortSource>;
