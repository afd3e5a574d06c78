import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { randomId } from "@/lib/ids";

const ballot = z.object({ shown: z.array(randomId), chosen: z.array(randomId) });

/** The ballot of one case, in a slot of the case's id. It is drawn by the server, and blank at first. */
export const ownBallot: Kept<z.infer<typeof ballot>> = {
  kind: "reframe",
  phase: "vote",
  missedAt: "result",
  content: ballot,
  nothing: { shown: [], chosen: [] },
  isBlank: ({ chosen }) => chosen.length === 0,
  upcasts: [],
};

const line = z.object({ text: z.string() });

/** The line of one's own that readings are written to, in this slot. It is sent to nobody. */
export const ownLine: Kept<z.infer<typeof line>> = {
  kind: "reframe",
  phase: "case",
  missedAt: null,
  content: line,
  nothing: { text: "" },
  upcasts: [],
};

export const OWN_LINE_SLOT = "line";
