import type { CommitSettings } from "@/lib/activities/commit/schema";
import { mergeSmallCells } from "@/lib/activities/small-cells";

/** Steps by how often they were shared, small cells among `other`. What was merged before stays so. */
export function mergedSteps(
  { genericSteps }: CommitSettings,
  steps: Readonly<Record<string, number>>,
  other: number,
) {
  // A stable sort: equal ones keep the plan's order.
  const cells = genericSteps
    .map(({ key }) => ({ key, count: steps[key] ?? 0 }))
    .sort((a, b) => b.count - a.count);
  return mergeSmallCells(
    cells,
    cells.reduce((sum, { count }) => sum + count, other),
  );
}
