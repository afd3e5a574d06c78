"use client";

import { CollectScreen } from "@/lib/activities/collect/participant";
import { CommitScreen } from "@/lib/activities/commit/participant";
import { PauseScreen } from "@/lib/activities/pause/participant";
import { ReframeScreen } from "@/lib/activities/reframe/participant";
import { ScaleScreen } from "@/lib/activities/scale/participant";
import { TalkInsteadScreen } from "@/lib/activities/talk-instead-phone";
import { tooFewOf } from "@/lib/activities/too-few";
import type { PlannedActivity } from "@/lib/session/view-schema";

export interface ParticipantScreenProps {
  planned: PlannedActivity;
  phase: string;
  record: unknown;
}

/** Every kind's participant side. */
export function ParticipantScreen({ planned, ...rest }: ParticipantScreenProps) {
  if (tooFewOf({ planned, activity: { ...rest, clock: null } }) === "activity") {
    return <TalkInsteadScreen planned={planned} {...rest} />;
  }
  switch (planned.kind) {
    case "pause":
      return <PauseScreen planned={planned} {...rest} />;
    case "collect":
      return <CollectScreen planned={planned} {...rest} />;
    case "scale":
      return <ScaleScreen planned={planned} {...rest} />;
    case "reframe":
      return <ReframeScreen planned={planned} {...rest} />;
    case "commit":
      return <CommitScreen planned={planned} {...rest} />;
  }
}
