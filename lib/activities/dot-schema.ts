import * as z from "zod/mini";
import { randomId } from "@/lib/ids";

/**
 * Dots that people lay on what the room has made: themes of `collect`, notes of a `board`. Kinds with dots take their
 * limits and their event from here, and their rules from `dots.ts`.
 */

/** More dots than this are not weighed any more, only spread. */
export const DOTS_MAX = 10;

/** Dots of one person; 0: the plan has no vote. */
export const dotsEach = z.int().check(z.minimum(0), z.maximum(DOTS_MAX));

/** The event of a vote that was closed: dots by the id of what they lie on; null: fewer than k people voted. */
export const dotsCounted = z.strictObject({
  type: z.literal("dotsCounted"),
  dots: z.nullable(z.record(randomId, z.int())),
});

export type DotsCounted = z.infer<typeof dotsCounted>;
