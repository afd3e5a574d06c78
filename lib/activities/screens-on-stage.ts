// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collectOnStage } from "@/lib/activities/collect/stage";
import { commitOnStage } from "@/lib/activities/commit/stage";
import { pauseOnStage } from "@/lib/activities/pause/stage";
import { reframeOnStage } from "@/lib/activities/reframe/stage";
import { roleplayOnStage } from "@/lib/activities/roleplay/stage";
import { scaleOnStage } from "@/lib/activities/scale/stage";
import type { ScreenOnStage } from "@/lib/activities/screens-contract";
import { sortOnStage } from "@/lib/activities/sort/stage";

/** What the room sees of every kind of activity. */
export const screensOnStage: readonly ScreenOnStage[] = [
  collectOnStage,
  commitOnStage,
  pauseOnStage,
  reframeOnStage,
  roleplayOnStage,
  scaleOnStage,
  sortOnStage,
];
