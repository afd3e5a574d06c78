import * as z from "zod/mini";
import { itemTotals, shift } from "@/lib/activities/scale/schema";

export const scaleRecord = z.strictObject({
  asking: z.enum(["once", "first", "second"]),
  /** Asked once: by item; null until asking has closed. */
  totals: z.nullable(z.record(z.string(), itemTotals)),
  /** Asked a second time: how the pairs moved, by item; null until asking has closed. */
  shifts: z.nullable(z.record(z.string(), z.nullable(shift))),
});

export type ScaleRecord = z.infer<typeof scaleRecord>;
