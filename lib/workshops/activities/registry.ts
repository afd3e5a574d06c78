// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { contactMix } from "@/lib/workshops/activities/contact-mix";
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import { stepOutside } from "@/lib/workshops/activities/step-outside";
import { tenRequests } from "@/lib/workshops/activities/ten-requests";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [
  contactMix,
  ifThen,
  otherReadings,
  smallNo,
  stepOutside,
  tenRequests,
];
