import type { KindUpcasts, ScriptsBefore } from "@/lib/activities/contract";
import type { Upcast } from "@/lib/upcast";

/** For plans from before scripts had phases: what fits any activity of the kind in these. */
const scripts: ScriptsBefore = {
  work: "show",
  lines: {},
};

/** A pause was one screen of text. */
const oneScreen: Upcast = (settings) => ({ ...settings, steps: [], breath: false });

/** From version to version of what is stored of this kind. */
export const pauseUpcasts: KindUpcasts = { settings: [oneScreen], events: [], scripts };
