import type { ActivityTemplate } from "@/lib/session/plan-template";
import { inSize } from "@/lib/session/sizes";
import type { AllWords } from "@/lib/words";

/** How close an activity comes to what hurts: numbers and plans, one's own small matters, what goes deeper. */
export const depths = ["light", "middle", "deep"] as const;
export type Depth = (typeof depths)[number];

/** An activity that is ready to be held, as the catalogue shows it and workshops take it up. */
export interface ReadyActivity {
  /** The strategy that it practises, as `parts/strategies.ts` counts them; null where it serves several. */
  strategy: number | null;
  depth: Depth;
  /** What people do, in one line. */
  doing: AllWords;
  /** What the room sees of it, in one line. */
  seen: AllWords;
  /** What remains of it afterwards, in one line. */
  remains: AllWords;
  /** What asks before and after it where no other measure does: it is held by itself then (`planAround`). */
  around?: { before: ActivityTemplate; after: ActivityTemplate };
  /** In its usual size; others stand in `sizes`. */
  activity: ActivityTemplate;
}

/** A ready activity in one of its sizes. Throws for minutes it doesn't have: a mistake in a workshop's file. */
export function inMinutes(
  { activity }: Pick<ReadyActivity, "activity">,
  minutes: number,
): ActivityTemplate {
  const size = activity.sizes.find((each) => each.minutes === minutes);
  if (!size) throw new Error(`${activity.key} can't be held in ${minutes} minutes`);
  return inSize(activity, size);
}
