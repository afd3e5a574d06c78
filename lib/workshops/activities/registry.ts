// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { ifThen } from "@/lib/workshops/activities/if-then";
import { otherReadings } from "@/lib/workshops/activities/other-readings";
import { smallNo } from "@/lib/workshops/activities/small-no";
import type { ReadyActivity } from "@/lib/workshops/ready-activity";

/** Every activity that is ready to be held. */
export const readyActivities: readonly ReadyActivity[] = [ifThen, otherReadings, smallNo];
