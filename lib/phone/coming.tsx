"use client";

import { useLive } from "@/lib/client/live-provider";
import { useWords } from "@/lib/client/use-words";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { ConnectionLine } from "@/lib/ui/connection-line";
import { useHelp } from "@/lib/ui/phone/help-dialog";
import { PhoneFrame } from "@/lib/ui/phone/phone-frame";
import { ShownHelp } from "@/lib/ui/phone/shown-help";

/**
 * What the room does, and that there is no network, if there is none, as long as the screen for it isn't there. Nothing
 * more: what one could press would move when the screen comes.
 */
export function Coming({ planned }: { planned: PlannedActivity }) {
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
