import * as z from "zod/mini";
import { cellsOf, DECISIONS_SLOT, partsOf } from "@/lib/activities/sort/cells";
import {
  BUCKETS_MAX,
  ITEMS_MAX,
  POINTS_MAX,
  sortKey,
  sortLayout,
  sortSource,
} from "@/lib/activities/sort/layout";
import { revision } from "@/lib/ids";
import { words } from "@/lib/words";

/** One alone decides nothing; more than five no longer stand on one bar with their names. */
const DECISIONS_MIN = 2;
const DECISIONS_MAX = 5;
/** One for each place, at most. */
const NUDGES_MAX = BUCKETS_MAX;
/** As many as can be placed. */
const FICTIONAL_MAX = ITEMS_MAX;
/** Read at a glance while two people talk. */
const STARTERS_MAX = 5;

/** One of the answers that each thing gets once it is placed. */
const sortDecision = z.object({
  key: sortKey,
  label: words,
  /** Whether a date belongs to it. It stays on the device. */
  asksDate: z.boolean(),
});

/** Something that is put somewhere, each for oneself; what the server gets of it is how many lie where. */
export const sortSettings = z
  .object({
    layout: sortLayout,
    source: sortSource,
    /** What the room is told: how much lies where, or on how many maps a place is empty. */
    tells: z.enum(["counts", "empty"]),
    /** Null where nothing is decided. */
    decisions: z.nullable(
      z.array(sortDecision).check(z.minLength(DECISIONS_MIN), z.maxLength(DECISIONS_MAX)),
    ),
    /** Said on one's own device alone, once so many of one's own lie in one of these places. */
    nudges: z
      .array(
        z.object({
          /** One that there is no more is as if nothing lay there. */
          cells: z.array(sortKey).check(z.minLength(1)),
          least: z.int().check(z.minimum(1), z.maximum(POINTS_MAX)),
          text: words,
        }),
      )
      .check(z.maxLength(NUDGES_MAX)),
    /** Said in what stays empty on one's own map; null for nothing. */
    emptyText: z.nullable(words),
    /** On the button; null for what any sort says. */
    handIn: z.nullable(words),
    /** Below the result wherever it stands, so that nobody takes it for more. */
    note: z.nullable(words),
    /** Made-up things to place instead of one's own, or the one case to think of. */
    fictional: z.array(words).check(z.maxLength(FICTIONAL_MAX)),
    /** Beginnings of sentences for one's own lines, and for talking. */
    starters: z.array(words).check(z.maxLength(STARTERS_MAX)),
    summary: z.enum(["none", "aggregate"]),
  })
  .check(
    z.refine(({ layout, source }) => source.type !== "points" || layout.type === "buckets", {
      error: "Points go into buckets",
      path: ["source", "type"],
    }),
    z.refine(
      ({ layout, source, tells, decisions }) =>
        tells === "counts" ||
        (source.type === "own" && layout.type === "grid" && decisions === null),
      {
        error: "Only maps of one's own have quarters that stay empty",
        path: ["tells"],
      },
    ),
    z.refine(({ source, decisions }) => source.type !== "points" || decisions === null, {
      error: "Points are alike: there is nothing to decide about one of them",
      path: ["decisions"],
    }),
    z.refine(
      ({ layout, source, decisions }) =>
        [cellsOf(layout), partsOf(source), (decisions ?? []).map(({ key }) => key)].every(
          (keys) => new Set(keys).size === keys.length && !keys.includes(DECISIONS_SLOT),
        ),
      { error: "Two of one key, or one that means something else" },
    ),
  );

/** How many of somebody's own there are of each: all places are named, also those with none. */
const counts = z.record(sortKey, z.int().check(z.minimum(0), z.maximum(POINTS_MAX)));

export const placeItems = z.strictObject({
  type: z.literal("placeItems"),
  revision,
  /** By what was placed: each given thing for itself, all others together. */
  parts: z.record(sortKey, counts),
  /** How often each decision was taken; null where nothing is decided. */
  decisions: z.nullable(counts),
});

/** One part, or the decisions: numbers, and nothing else. */
export const sortBallot = z.strictObject({ counts });

/** What may be told of how much lies where; places that are missing are taken together. */
export const tally = z.strictObject({
  places: z.record(
    sortKey,
    z.strictObject({
      count: z.int(),
      /** How many people these are of; null where all but a few did, or where it is not told at all. */
      people: z.nullable(z.int()),
    }),
  ),
  /** What lies in all other places; null where there are none. */
  other: z.nullable(z.int()),
});

/** How many maps: so many, fewer than three, or all but fewer than three. */
export const howMany = z.union([z.int(), z.enum(["few", "most"])]);

export const sortEvent = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("placesCounted"),
    /** By part; null where nothing can be told without telling on somebody. */
    parts: z.record(sortKey, z.nullable(tally)),
    decisions: z.nullable(tally),
    /** How many people these are; null where nothing is told. */
    n: z.nullable(z.int()),
  }),
  z.strictObject({
    type: z.literal("emptyCounted"),
    /** By place; null below k. */
    empty: z.nullable(z.record(sortKey, howMany)),
    n: z.nullable(z.int()),
  }),
]);

export type SortDecision = z.infer<typeof sortDecision>;
export type SortSettings = z.infer<typeof sortSettings>;
export type SortEvent = z.infer<typeof sortEvent>;
export type Tally = z.infer<typeof tally>;
export type HowMany = z.infer<typeof howMany>;
