// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { talkToYourself } from "@/lib/workshops/activities/talk-to-yourself";
import { whatStays } from "@/lib/workshops/activities/what-stays";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [
  blamelessLookBack,
  ifThen,
  otherReadings,
  smallNo,
  specificallySeen,
  talkToYourself,
  whatStays,
];
