import type { KindView, ViewInput } from "@/lib/activities/contract";
import type { PauseRecord } from "@/lib/activities/pause/record";
import type { PauseData } from "@/lib/activities/pause/rules";
import type { PauseSettings } from "@/lib/activities/pause/schema";

/** A pause shows its settings; facilitators get what the closing has counted. */
export function pauseView({ data, audience }: ViewInput<PauseSettings, PauseData>): KindView {
  const record: PauseRecord = { totals: audience === "facilitator" ? data.totals : null };
  return { record };
}
