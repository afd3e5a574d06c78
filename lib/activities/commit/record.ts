import * as z from "zod/mini";
import { partKey } from "@/lib/activities/commit/schema";

export const commitRecord = z.strictObject({
  /** Whether reports are over: from then on nothing of this activity is handed in. */
  isCounted: z.boolean(),
  /** Null until counted, and below k. */
  finished: z.nullable(z.int()),
  /** Steps that were shared, most often first; null until counted, and below k. */
  steps: z.nullable(
    z.strictObject({
      shown: z.array(z.strictObject({ key: partKey, count: z.int() })),
      /** Steps that too few shared to name them, taken together. */
      other: z.int(),
    }),
  ),
});

export type CommitRecord = z.infer<typeof commitRecord>;
