import { listsOwn } from "@/lib/activities/pause/lines";
import { pauseRecord } from "@/lib/activities/pause/record";
import { pauseSettings } from "@/lib/activities/pause/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const pauseScreens = defineScreens({
  name: "pause",
  called: "kinds.pause.catalogue.called",
  settings: pauseSettings,
  record: pauseRecord,
  phases: {
    show: "kinds.pause.phases.show",
    picture: "kinds.pause.phases.picture",
    quiet: "kinds.pause.phases.quiet",
    move: "kinds.pause.phases.move",
    exchange: "kinds.pause.phases.exchange",
    year: "kinds.pause.phases.year",
  },
  listsOwn,
});
