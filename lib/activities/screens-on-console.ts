// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import { collectOnConsole } from "@/lib/activities/collect/facilitator";
import { commitOnConsole } from "@/lib/activities/commit/facilitator";
import { pauseOnConsole } from "@/lib/activities/pause/facilitator";
import { reframeOnConsole } from "@/lib/activities/reframe/facilitator";
import { roleplayOnConsole } from "@/lib/activities/roleplay/facilitator";
import { scaleOnConsole } from "@/lib/activities/scale/facilitator";
import type { ScreenOnConsole } from "@/lib/activities/screens-contract";
import { sortOnConsole } from "@/lib/activities/sort/facilitator";

/** What facilitators see of every kind of activity. */
export const screensOnConsole: readonly ScreenOnConsole[] = [
  collectOnConsole,
  commitOnConsole,
  pauseOnConsole,
  reframeOnConsole,
  roleplayOnConsole,
  scaleOnConsole,
  sortOnConsole,
];
