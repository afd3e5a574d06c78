import * as z from "zod/mini";
import { themesRecord } from "@/lib/activities/theme-schema";
import { randomId } from "@/lib/ids";

export const boardRecord = z.strictObject({
  /** False: too few to show; the room talks instead. Null while notes are added. */
  enough: z.nullable(z.boolean()),
  ...themesRecord,
  /**
   * Dots by note, without notes that got none; null until the vote closed. Not enough: fewer than k people voted, and
   * nothing is shown.
   */
  vote: z.nullable(z.strictObject({ enough: z.boolean(), dots: z.record(randomId, z.int()) })),
});

export type BoardRecord = z.infer<typeof boardRecord>;
