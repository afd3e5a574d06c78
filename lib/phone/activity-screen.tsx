"use client";

import { screenIn } from "@/lib/activities/screens";
import type { Unread } from "@/lib/activities/screens-contract";
import { screensOnPhone } from "@/lib/activities/screens-on-phone";
import { tooFewOf } from "@/lib/activities/too-few";
import { TakeHome } from "@/lib/phone/take-home";
import { TalkInsteadScreen } from "@/lib/phone/talk-instead";

/** What the current activity asks of a participant. */
export function ParticipantScreen(props: Unread) {
  const { planned, phase, record } = props;
  if (tooFewOf({ planned, activity: { phase, record } }) === "activity") {
    return <TalkInsteadScreen {...props} />;
  }
  const Participant = screenIn(screensOnPhone, planned.kind);
  return <Participant {...props} takeHome={<TakeHome />} />;
}
