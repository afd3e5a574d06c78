import * as z from "zod/mini";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { itemTotals } from "@/lib/activities/scale/schema";

export const scaleRecord = z.strictObject({
  /** Null until asking has closed. */
  totals: z.nullable(z.record(z.string(), itemTotals)),
});

export type ScaleRecord = z.infer<typeof scaleRecord>;

/** The distribution only after the close, the same for everybody. */
export function scaleView({ data }: ViewInput<ScaleSettings, ScaleData>): KindView {
  const record: ScaleRecord = { totals: data.totals };
  return { record, cards: [], consents: new Map(), review: [] };
}
