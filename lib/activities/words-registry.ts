// Made by `npm run registries` from the folders beside it. Not to be changed by hand.
import collectDe from "@/lib/activities/collect/messages/de.json";
import collectEn from "@/lib/activities/collect/messages/en.json";
import commitDe from "@/lib/activities/commit/messages/de.json";
import commitEn from "@/lib/activities/commit/messages/en.json";
import pauseDe from "@/lib/activities/pause/messages/de.json";
import pauseEn from "@/lib/activities/pause/messages/en.json";
import reframeDe from "@/lib/activities/reframe/messages/de.json";
import reframeEn from "@/lib/activities/reframe/messages/en.json";
import roleplayDe from "@/lib/activities/roleplay/messages/de.json";
import roleplayEn from "@/lib/activities/roleplay/messages/en.json";
import scaleDe from "@/lib/activities/scale/messages/de.json";
import scaleEn from "@/lib/activities/scale/messages/en.json";
import sortDe from "@/lib/activities/sort/messages/de.json";
import sortEn from "@/lib/activities/sort/messages/en.json";

/** The German words of every kind of activity. */
export const kindsGerman = {
  collect: collectDe,
  commit: commitDe,
  pause: pauseDe,
  reframe: reframeDe,
  roleplay: roleplayDe,
  scale: scaleDe,
  sort: sortDe,
};

/** The English ones. */
export const kindsEnglish = {
  collect: collectEn,
  commit: commitEn,
  pause: pauseEn,
  reframe: reframeEn,
  roleplay: roleplayEn,
  scale: scaleEn,
  sort: sortEn,
};
