import * as z from "zod/mini";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { PauseData } from "@/lib/activities/pause/rules";
import { checkTotals, type PauseSettings } from "@/lib/activities/pause/schema";

export const pauseRecord = z.strictObject({
  /** The closing's process check: facilitators only, and only after the end. */
  totals: z.nullable(checkTotals),
});

export type PauseRecord = z.infer<typeof pauseRecord>;

/** A pause shows its settings; facilitators get what the closing has counted. */
export function pauseView({ data, audience }: ViewInput<PauseSettings, PauseData>): KindView {
  const record: PauseRecord = { totals: audience === "facilitator" ? data.totals : null };
  return { record, cards: [], consents: new Map(), review: [] };
}
