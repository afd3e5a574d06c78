import type { CommitSettings } from "@/lib/activities/commit/schema";
import { CELL_MIN, mergeSmallCells } from "@/lib/activities/small-cells";
import type { Words } from "@/lib/words";

/** A step that can be shared, in the plan's order. */
export interface Step {
  key: string;
  label: Words;
}

type Ticks = Pick<CommitSettings, "fields" | "genericSteps" | "sharedField">;

/** What one can share by ticking: the plan's steps, or the offers of the field that is shared. */
export const stepsOf = ({ fields, genericSteps, sharedField }: Ticks): readonly Step[] =>
  sharedField === null
    ? genericSteps
    : (fields.find(({ key }) => key === sharedField)?.offers ?? []);

/** How many one may share at most. */
export const ticksMaxOf = (settings: CommitSettings): number =>
  settings.sharedField === null ? Math.min(settings.ticksMax, settings.genericSteps.length) : 1;

/** Most often first. A stable sort: equal ones keep the plan's order. */
const byCount = <Cell extends { count: number }>(cells: readonly Cell[]) =>
  [...cells].sort((a, b) => b.count - a.count);

/** What was counted, as it is shown: small cells among `other`. What was merged before stays so. */
export function mergedSteps(
  settings: Ticks,
  steps: Readonly<Record<string, number>>,
  other: number,
): { shown: { key: string; count: number }[]; other: number } {
  const cells = byCount(stepsOf(settings).map(({ key }) => ({ key, count: steps[key] ?? 0 })));
  return mergeSmallCells(
    cells,
    cells.reduce((sum, { count }) => sum + count, other),
  );
}

/**
 * What may be told of what people ticked. No step is named that one or two shared, and behind `other` stand no one
 * or two people either. Where one can share only one, the steps add up to people: whoever shared none is then
 * the difference to those who are done, and therefore among `other`.
 */
export function countedSteps(
  settings: CommitSettings,
  ballots: readonly (readonly string[])[],
): { shown: { key: string; count: number }[]; other: number } {
  const cells = byCount(
    stepsOf(settings).map(({ key }) => ({
      key,
      count: ballots.filter((ticked) => ticked.includes(key)).length,
    })),
  );
  if (ticksMaxOf(settings) === 1) return mergeSmallCells(cells, ballots.length);
  const shown = cells.filter(({ count }) => count >= CELL_MIN);
  const hidden = () => cells.slice(shown.length);
  const behind = () =>
    ballots.filter((ticked) => hidden().some(({ key }) => ticked.includes(key))).length;
  while (shown.length > 0 && behind() > 0 && behind() < CELL_MIN) shown.pop();
  const other = hidden().reduce((sum, { count }) => sum + count, 0);
  // Of one or two people alone nothing is told at all.
  return { shown, other: behind() < CELL_MIN ? 0 : other };
}

/** Whether its fields make a plan, or stand each for themselves. */
export const aboutOf = ({ sentence }: Pick<CommitSettings, "sentence">): "plan" | "story" =>
  sentence === null ? "story" : "plan";
