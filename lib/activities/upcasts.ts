import { collectUpcasts } from "@/lib/activities/collect/upcasts";
import { commitUpcasts } from "@/lib/activities/commit/upcasts";
import { pauseUpcasts } from "@/lib/activities/pause/upcasts";
import { reframeUpcasts } from "@/lib/activities/reframe/upcasts";
import { scaleUpcasts } from "@/lib/activities/scale/upcasts";
import type { ActivityKind } from "@/lib/plans/plan-template";
import type { KindUpcasts } from "@/lib/session/upcast";

/** From version to version of what each kind of activity stores. */
export const kindUpcasts: Record<ActivityKind, KindUpcasts> = {
  pause: pauseUpcasts,
  collect: collectUpcasts,
  scale: scaleUpcasts,
  reframe: reframeUpcasts,
  commit: commitUpcasts,
};
