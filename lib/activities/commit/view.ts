import * as z from "zod/mini";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepKey } from "@/lib/activities/commit/schema";
import { mergedSteps } from "@/lib/activities/commit/steps";
import type { KindView, ViewInput } from "@/lib/activities/kit";

export const commitRecord = z.strictObject({
  /** Null until closed, and below k. */
  finished: z.nullable(z.int()),
  /** Steps that were shared, most often first; null until closed, and below k. */
  steps: z.nullable(
    z.strictObject({
      shown: z.array(z.strictObject({ key: stepKey, count: z.int() })),
      /** Steps that too few shared to name them, taken together. */
      other: z.int(),
    }),
  ),
});

export type CommitRecord = z.infer<typeof commitRecord>;

/** How many finished and what they shared, once closed and from k on. Nobody gets a small cell. */
export function commitView({ settings, data }: ViewInput<CommitSettings, CommitData>): KindView {
  const { finished = null, steps = null, other = 0 } = data.totals ?? {};
  const record: CommitRecord = { finished, steps: steps && mergedSteps(settings, steps, other) };
  return { record, cards: [], consents: new Map(), review: [] };
}
