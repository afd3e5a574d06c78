import type { PauseSettings, PauseStep } from "@/lib/activities/pause/schema";

/**
 * A text as it is shown: its lines, and as a note what follows a blank line. What stands beside the
 * rules isn't counted among them.
 */
export function linesOf(text: string): { lines: string[]; note: string } {
  const [first = "", ...after] = text.split("\n\n");
  return { lines: first.split("\n").filter((line) => line !== ""), note: after.join(" ") };
}

/** The step that the room is at; undefined where the pause has none. */
export const stepAt = (
  { steps }: Pick<PauseSettings, "steps">,
  phase: string,
): PauseStep | undefined => steps.find(({ key }) => key === phase);

/** The rules come before anybody has a card; the closing lists them with all that goes along. */
export const listsOwn = ({ role }: Pick<PauseSettings, "role">): boolean => role !== "break";
