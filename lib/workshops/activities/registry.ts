// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { contactMix } from "@/lib/workshops/activities/contact-mix";
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { gapMap } from "@/lib/workshops/activities/gap-map";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherChairs } from "@/lib/workshops/activities/other-chairs";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { planReview } from "@/lib/workshops/activities/plan-review";
import { rightGoal } from "@/lib/workshops/activities/right-goal";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { talkToYourself } from "@/lib/workshops/activities/talk-to-yourself";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import { threeHeads } from "@/lib/workshops/activities/three-heads";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import { whatStays } from "@/lib/workshops/activities/what-stays";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [
  blamelessLookBack,
  contactMix,
  fourWeeks,
  gapMap,
  ifThen,
  otherChairs,
  otherReadings,
  planReview,
  rightGoal,
  smallNo,
  specificallySeen,
  stepOutside,
  talkToYourself,
  tenRequests,
  threeHeads,
  wentWellElsewhere,
  whatStays,
  whoseShare,
];
