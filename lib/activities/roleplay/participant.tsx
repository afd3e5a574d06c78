"use client";

import { useQuery } from "@tanstack/react-query";
import type { ComponentType } from "react";
import type { RoleplayRecord } from "@/lib/activities/roleplay/record";
import type { RoleplaySettings } from "@/lib/activities/roleplay/schema";
import { roleplayScreens } from "@/lib/activities/roleplay/screens";
import { defineOnPhone, type Shown } from "@/lib/activities/screens-contract";
import { ActivityFrame } from "@/lib/ui/phone/activity-frame";
import { usePhaseProgress } from "@/lib/ui/phone/use-phase-progress";

/** After so long they are asked for again, where the network let them down. */
const AGAIN_MS = 2_000;

type Props = Shown<RoleplaySettings, RoleplayRecord>;

/** Groups and roles on the phone, loaded where a session comes to them: most sessions have none. */
export function RoleplayScreen(props: Props) {
  const Screens = useScreens();
  return Screens ? <Screens {...props} /> : <Coming {...props} />;
}

export const roleplayOnPhone = defineOnPhone(roleplayScreens, RoleplayScreen);

/** Null until they are there. */
function useScreens(): ComponentType<Props> | null {
  const { data } = useQuery({
    queryKey: ["roleplay-screens"],
    staleTime: Number.POSITIVE_INFINITY,
    retry: true,
    retryDelay: AGAIN_MS,
    queryFn: () => import("@/lib/activities/roleplay/participant-screens"),
  });
  return data?.RoleplayScreens ?? null;
}

/** What the room does, and that there is no network, if there is none. */
function Coming({ planned, phase }: Props) {
  const progress = usePhaseProgress(planned.key, phase);
  return <ActivityFrame planned={planned} progress={progress} />;
}
