import { isSame } from "@/lib/activities/ballots";
import { keyItCameWith } from "@/lib/session/plan-edits";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import { askedOnce, before } from "@/lib/workshops/parts/measure";
import { aroundStepOutside, nearOnce } from "@/lib/workshops/parts/near";

/** Activities of ours whose texts speak of another one, and what they say without it. */
const pairs: readonly { whole: ActivityTemplate; alone: ActivityTemplate }[] = [
  { whole: before, alone: askedOnce },
  { whole: aroundStepOutside.before, alone: nearOnce },
];

type Texts = Pick<ActivityTemplate, "title" | "hint" | "script">;

/**
 * What an activity of a plan says where the other one is gone that its texts speak of. Texts that somebody has changed stay,
 * each for itself.
 */
export function textsAlone(activity: ActivityTemplate): Partial<Texts> {
  const pair = pairs.find(({ whole }) => whole.key === keyItCameWith(activity.key));
  if (!pair || pair.whole.kind !== activity.kind) return {};
  const { whole, alone } = pair;
  return {
    ...(isSame(activity.title, whole.title) ? { title: alone.title } : {}),
    ...(isSame(activity.hint, whole.hint) ? { hint: alone.hint } : {}),
    ...(isSame(activity.script, whole.script) ? { script: alone.script } : {}),
  };
}
