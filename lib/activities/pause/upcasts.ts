import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "show",
  lines: {},
};

/** From version to version of what is stored of this kind. */
export const pauseUpcasts: KindUpcasts = { settings: [], events: [], scripts };
