// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import boardDeSie from "@/lib/activities/board/messages/de-sie.json";
import collectDeSie from "@/lib/activities/collect/messages/de-sie.json";
import pauseDeSie from "@/lib/activities/pause/messages/de-sie.json";
import reframeDeSie from "@/lib/activities/reframe/messages/de-sie.json";
import roleplayDeSie from "@/lib/activities/roleplay/messages/de-sie.json";
import scaleDeSie from "@/lib/activities/scale/messages/de-sie.json";

/** What kinds of activity say otherwise where German says Sie. */
export const kindsSie = {
  board: boardDeSie,
  collect: collectDeSie,
  pause: pauseDeSie,
  reframe: reframeDeSie,
  roleplay: roleplayDeSie,
  scale: scaleDeSie,
};
