// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { gapMap } from "@/lib/workshops/activities/gap-map";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { planReview } from "@/lib/workshops/activities/plan-review";
import { rightGoal } from "@/lib/workshops/activities/right-goal";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [
  gapMap,
  ifThen,
  otherReadings,
  planReview,
  rightGoal,
  smallNo,
  whoseShare,
];
