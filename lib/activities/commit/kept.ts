import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";

const plan = z.object({
  fields: z.record(z.string(), z.string()),
  steps: z.array(z.string()),
  finished: z.boolean(),
});

export type OwnPlan = z.infer<typeof plan>;

/** One's own plan. It is never sent: what the server answers is the report that it is finished. */
export const ownPlan: Kept<OwnPlan> = {
  kind: "commit",
  phase: "fill",
  missedAt: null,
  content: plan,
  nothing: { fields: {}, steps: [], finished: false },
  upcasts: [],
};
