import * as z from "zod/mini";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { ScaleData } from "@/lib/activities/scale/rules";
import { itemTotals, type ScaleSettings, shift } from "@/lib/activities/scale/schema";

export const scaleRecord = z.strictObject({
  asking: z.enum(["once", "first", "second"]),
  /** Asked once: by item; null until asking has closed. */
  totals: z.nullable(z.record(z.string(), itemTotals)),
  /** Asked a second time: how the pairs moved, by item; null until asking has closed. */
  shifts: z.nullable(z.record(z.string(), z.nullable(shift))),
});

export type ScaleRecord = z.infer<typeof scaleRecord>;

/** The one result, only after the close, the same for everybody. */
export function scaleView({ data }: ViewInput<ScaleSettings, ScaleData>): KindView {
  const { asking, totals, shifts } = data;
  const record: ScaleRecord = { asking, totals, shifts };
  return { record, cards: [], consents: new Map(), review: [] };
}
