// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collectScreens } from "@/lib/activities/collect/screens";
import { commitScreens } from "@/lib/activities/commit/screens";
import { pauseScreens } from "@/lib/activities/pause/screens";
import { reframeScreens } from "@/lib/activities/reframe/screens";
import { roleplayScreens } from "@/lib/activities/roleplay/screens";
import { scaleScreens } from "@/lib/activities/scale/screens";
import type { AnyScreens } from "@/lib/activities/screens-contract";
import { sortScreens } from "@/lib/activities/sort/screens";

/** Every kind of activity, as shared screens know it. */
export const screensRegistry: readonly AnyScreens[] = [
  collectScreens,
  commitScreens,
  pauseScreens,
  reframeScreens,
  roleplayScreens,
  scaleScreens,
  sortScreens,
];
