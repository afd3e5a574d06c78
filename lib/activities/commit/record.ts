import * as z from "zod/mini";
import { partKey } from "@/lib/activities/commit/schema";

export const commitRecord = z.strictObject({
  /** Null until closed, and below k. */
  finished: z.nullable(z.int()),
  /** Steps that were shared, most often first; null until closed, and below k. */
  steps: z.nullable(
    z.strictObject({
      shown: z.array(z.strictObject({ key: partKey, count: z.int() })),
      /** Steps that too few shared to name them, taken together. */
      other: z.int(),
    }),
  ),
});

export type CommitRecord = z.infer<typeof commitRecord>;
