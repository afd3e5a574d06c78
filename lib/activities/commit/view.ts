import * as z from "zod/mini";
import type { CommitData } from "@/lib/activities/commit/rules";
import type { CommitSettings } from "@/lib/activities/commit/schema";
import { stepKey } from "@/lib/activities/commit/schema";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import { mergeSmallCells } from "@/lib/activities/small-cells";

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
  const steps = data.totals?.steps ?? null;
  const record: CommitRecord = {
    finished: data.totals?.finished ?? null,
    steps: steps && merged(settings, steps),
  };
  return { record, cards: [], consents: new Map(), review: [] };
}

function merged(settings: CommitSettings, steps: Readonly<Record<string, number>>) {
  // A stable sort: equal ones keep the plan's order.
  const cells = settings.genericSteps
    .map(({ key }) => ({ key, count: steps[key] ?? 0 }))
    .sort((a, b) => b.count - a.count);
  return mergeSmallCells(
    cells,
    cells.reduce((sum, { count }) => sum + count, 0),
  );
}
