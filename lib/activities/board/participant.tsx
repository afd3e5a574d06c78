"use client";

import type { BoardRecord } from "@/lib/activities/board/record";
import type { BoardSettings } from "@/lib/activities/board/schema";
import { boardScreens } from "@/lib/activities/board/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLoaded } from "@/lib/client/use-loaded";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** Few sessions have a board: what its phones show is loaded there, and by no other phone. */
function BoardOnPhone(props: Shown<BoardSettings, BoardRecord>) {
  const { planned, phase } = props;
  const progress = usePhaseProgress(planned.key, phase);
  const loaded = useLoaded(
    "board-screen",
    true,
    () => import("@/lib/activities/board/participant-screen"),
  );
  // Where it can't be loaded yet, the frame says that there is no connection.
  if (!loaded) return <ActivityFrame planned={planned} progress={progress} />;
  return <loaded.BoardScreen {...props} />;
}

export const boardOnPhone = defineOnPhone(boardScreens, BoardOnPhone);
