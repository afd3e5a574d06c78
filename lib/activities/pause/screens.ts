import { PauseFacilitator } from "@/lib/activities/pause/facilitator";
import { listsOwn } from "@/lib/activities/pause/lines";
import { PauseScreen } from "@/lib/activities/pause/participant";
import { pauseRecord } from "@/lib/activities/pause/record";
import { pauseSettings } from "@/lib/activities/pause/schema";
import { PauseStage } from "@/lib/activities/pause/stage";
import { defineScreens } from "@/lib/activities/screens-contract";

export const pauseScreens = defineScreens({
  name: "pause",
  settings: pauseSettings,
  record: pauseRecord,
  Participant: PauseScreen,
  Stage: PauseStage,
  Console: PauseFacilitator,
  phases: { show: "kinds.pause.phases.show" },
  listsOwn,
});
