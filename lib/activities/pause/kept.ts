import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { score } from "@/lib/activities/score-schema";

const checks = z.object({
  safe: z.nullable(score),
  useful: z.nullable(score),
  settled: z.nullable(z.boolean()),
});

/** The closing's three questions; what one leaves open stays null. There is no result: they are missing at the end. */
export const ownChecks: Kept<z.infer<typeof checks>> = {
  kind: "pause",
  phase: "show",
  missedAt: "end",
  content: checks,
  nothing: { safe: null, useful: null, settled: null },
  upcasts: [],
};
