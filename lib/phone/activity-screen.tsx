"use client";

import type { ScreenOnPhone, Unread } from "@/lib/activities/screens-contract";
import { screensOnPhone } from "@/lib/activities/screens-on-phone";
import { tooFewOf } from "@/lib/activities/too-few";
import type { OnNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { Coming } from "@/lib/phone/coming";
import { TakeHome } from "@/lib/phone/take-home";
import { TalkInsteadScreen } from "@/lib/phone/talk-instead";

/** The screens of all kinds, to be loaded beforehand. */
export const everyScreen = Object.values(screensOnPhone);

/** The screen of the kind with this name. Throws where there is none. */
export function screenFor(kind: string): OnNeed<ScreenOnPhone> {
  const found = screensOnPhone[kind];
  if (!found) throw new Error(`There is no screen for activities of the kind ${kind}`);
  return found;
}

/**
 * What the current activity asks of a participant. Loaded by itself, with what screens of kinds share: their own files
 * would each have it otherwise.
 */
export function ParticipantScreen(props: Unread) {
  const { planned, phase, record } = props;
  if (tooFewOf({ planned, activity: { phase, record } }) === "activity") {
    return <TalkInsteadScreen {...props} />;
  }
  return <KindScreen {...props} />;
}

/** The screen of the activity's kind, once it is there. */
function KindScreen(props: Unread) {
  const loaded = useLoaded(screenFor(props.planned.kind), true);
  return loaded ? (
    <loaded.Screen {...props} takeHome={<TakeHome />} />
  ) : (
    <Coming planned={props.planned} />
  );
}
