import type { KindView, ViewInput } from "@/lib/activities/contract";
import type { ScaleRecord } from "@/lib/activities/scale/record";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleSettings } from "@/lib/activities/scale/schema";

/** The one result, only after the close, the same for everybody. */
export function scaleView({ data }: ViewInput<ScaleSettings, ScaleData>): KindView {
  const { asking, totals, shifts } = data;
  const record: ScaleRecord = { asking, totals, shifts };
  return { record };
}
