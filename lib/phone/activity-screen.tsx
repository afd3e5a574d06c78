"use client";

import type { Unread } from "@/lib/activities/screens-contract";
import { screensOnPhone } from "@/lib/activities/screens-on-phone";
import { tooFewOf } from "@/lib/activities/too-few";
import { useLive } from "@/lib/client/live-provider";
import { onNeed } from "@/lib/client/on-need";
import { useLoaded } from "@/lib/client/use-loaded";
import { useWords } from "@/lib/client/use-words";
import { TakeHome } from "@/lib/phone/take-home";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { useHelp } from "@/lib/ui/phone/help-dialog";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { ShownHelp } from "@/lib/ui/phone/shown-help";

/** What the current activity asks of a participant. */
export function ParticipantScreen(props: Unread) {
  const { planned, phase, record } = props;
  if (tooFewOf({ planned, activity: { phase, record } }) === "activity") {
    return <TalkInstead {...props} />;
  }
  return <KindScreen {...props} />;
}

/** What the room does instead of a kind's screen. */
export const talkInstead = onNeed(() => import("@/lib/phone/talk-instead"));

function TalkInstead(props: Unread) {
  const loaded = useLoaded(talkInstead, true);
  return loaded ? <loaded.TalkInsteadScreen {...props} /> : <Coming {...props} />;
}

/** The screen of the activity's kind, once it is there. */
function KindScreen(props: Unread) {
  const { kind } = props.planned;
  const onPhone = screensOnPhone[kind];
  if (!onPhone) throw new Error(`There is no screen for activities of the kind ${kind}`);
  const loaded = useLoaded(onPhone, true);
  return loaded ? <loaded.Screen {...props} takeHome={<TakeHome />} /> : <Coming {...props} />;
}

/**
 * What the room does, and that there is no network, if there is none. Nothing more: what one could press would move
 * when the screen comes.
 */
function Coming({ planned }: Unread) {
  const words = useWords();
  const { connection } = useLive();
  const help = useHelp();
  return (
    <PhoneFrame
      notice={<ConnectionLine about="page" online={connection !== "offline"} />}
      onHelp={help}
      prompt={words(planned.prompt)}
      title={words(planned.title)}
    >
      <ShownHelp />
    </PhoneFrame>
  );
}
