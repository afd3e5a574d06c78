"use client";

import type { ComponentType } from "react";
import { CollectFacilitator } from "@/lib/activities/collect/facilitator";
import { CommitFacilitator } from "@/lib/activities/commit/facilitator";
import { PauseFacilitator } from "@/lib/activities/pause/facilitator";
import { ReframeFacilitator } from "@/lib/activities/reframe/facilitator";
import { ScaleFacilitator } from "@/lib/activities/scale/facilitator";
import type { FacilitatorScreenProps } from "@/lib/console/facilitator-screen";
import type { ActivityKind } from "@/lib/plans/plan-template";

/** The console's middle, by kind of activity. */
export const facilitatorScreens: Record<ActivityKind, ComponentType<FacilitatorScreenProps>> = {
  pause: PauseFacilitator,
  collect: CollectFacilitator,
  scale: ScaleFacilitator,
  reframe: ReframeFacilitator,
  commit: CommitFacilitator,
};
