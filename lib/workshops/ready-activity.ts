import type { ActivityTemplate } from "@/lib/session/plan-template";
import { inSize } from "@/lib/session/sizes";
import type { AllWords } from "@/lib/words";

/** How close an activity comes to what hurts: numbers and plans, one's own small matters, what goes deeper. */
export type Depth = "light" | "middle" | "deep";

/** An activity that is ready to be held, as the catalogue shows it and workshops take it up. */
export interface ReadyActivity {
  /** The strategy that it practises, numbered from 1 to 14 as everywhere; null where it serves several. */
  strategy: number | null;
  depth: Depth;
  /** What people do, in one line. */
  doing: AllWords;
  /** What the room sees of it, in one line. */
  seen: AllWords;
  /** What remains of it afterwards, in one line. */
  remains: AllWords;
  /** In its usual size; others stand in `sizes`. */
  activity: ActivityTemplate;
}

/** A ready activity in one of its sizes. Throws for minutes it doesn't have: a mistake in a workshop's file. */
export function inMinutes({ activity }: ReadyActivity, minutes: number): ActivityTemplate {
  const size = activity.sizes.find((each) => each.minutes === minutes);
  if (!size) throw new Error(`${activity.key} can't be held in ${minutes} minutes`);
  return inSize(activity, size);
}
