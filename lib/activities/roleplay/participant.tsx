"use client";

import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { roleplayScreens } from "@/lib/activities/roleplay/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { useLoaded } from "@/lib/client/use-loaded";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

type Props = Shown<RoleplaySettings, RoleplayRecord>;

/** Groups and roles on the phone, loaded where a session comes to them: most sessions have none. */
export function RoleplayScreen(props: Props) {
  const loaded = useLoaded(
    "roleplay-screens",
    true,
    () => import("@/lib/activities/roleplay/participant-screens"),
  );
  return loaded ? <loaded.RoleplayScreens {...props} /> : <Coming {...props} />;
}

export const roleplayOnPhone = defineOnPhone(roleplayScreens, RoleplayScreen);

/** What the room does, and that there is no network, if there is none. */
function Coming({ planned, phase }: Props) {
  const progress = usePhaseProgress(planned.key, phase);
  return <ActivityFrame planned={planned} progress={progress} />;
}
