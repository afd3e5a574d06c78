// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { fourWeeks } from "@/lib/workshops/activities/four-weeks";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [
  fourWeeks,
  ifThen,
  otherReadings,
  smallNo,
  wentWellElsewhere,
];
