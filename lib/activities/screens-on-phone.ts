// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collectOnPhone } from "@/lib/activities/collect/participant";
import { commitOnPhone } from "@/lib/activities/commit/participant";
import { pauseOnPhone } from "@/lib/activities/pause/participant";
import { reframeOnPhone } from "@/lib/activities/reframe/participant";
import { roleplayOnPhone } from "@/lib/activities/roleplay/participant";
import { scaleOnPhone } from "@/lib/activities/scale/participant";
import type { ScreenOnPhone } from "@/lib/activities/screens-contract";
import { sortOnPhone } from "@/lib/activities/sort/participant";

/** What participants see of every kind of activity. */
export const screensOnPhone: readonly ScreenOnPhone[] = [
  collectOnPhone,
  commitOnPhone,
  pauseOnPhone,
  reframeOnPhone,
  roleplayOnPhone,
  scaleOnPhone,
  sortOnPhone,
];
