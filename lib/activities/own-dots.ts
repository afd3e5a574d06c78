import * as z from "zod/mini";
import type { Kept } from "@/lib/activities/kept";
import { randomId } from "@/lib/ids";

/**
 * A list, so that two pages of a device never lay together more than there are (decision 0040). `theme` is what they lie
 * on, whatever that is: themes had them first, and devices keep it so.
 */
const dots = z.object({ laid: z.array(z.object({ theme: randomId, dots: z.int() })) });

export type OwnDots = Kept<z.infer<typeof dots>>;

/** This device's dots, in the phase `vote` of this kind. */
export const ownDotsOf = (kind: string): OwnDots => ({
  kind,
  phase: "vote",
  missedAt: "result",
  content: dots,
  nothing: { laid: [] },
  upcasts: [],
});
