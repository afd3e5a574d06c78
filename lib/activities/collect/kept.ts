import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { randomId } from "@/lib/ids";

/** A list, so that two pages of a device never lay together more than there are (decision 0040). */
const dots = z.object({ laid: z.array(z.object({ theme: randomId, dots: z.int() })) });

/** This device's dots on the themes. */
export const ownDots: Kept<z.infer<typeof dots>> = {
  kind: "collect",
  phase: "vote",
  missedAt: "result",
  content: dots,
  nothing: { laid: [] },
  upcasts: [],
};
