import * as z from "zod/mini";
import { checkTotals } from "@/lib/activities/pause/schema";

export const pauseRecord = z.strictObject({
  /** The closing's process check: facilitators only, and only after the end. */
  totals: z.nullable(checkTotals),
});

export type PauseRecord = z.infer<typeof pauseRecord>;
