import * as z from "zod/mini";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { ScaleData } from "@/lib/activities/scale/rules";
import type { ScaleSettings } from "@/lib/activities/scale/schema";
import { histogram } from "@/lib/activities/score-schema";

const shownTotals = z.strictObject({
  /** Scores given; 0 below k. */
  n: z.int(),
  /** Null below k. */
  counts: z.nullable(histogram),
  /**
   * How many of them also answered before; null below k. Never how: subtracted from `counts`, that
   * would tell the score of whoever came late or left early (anonymity.md, rule 6).
   */
  paired: z.nullable(z.int()),
});

export const scaleRecord = z.strictObject({
  /** Null until asking has closed. */
  totals: z.nullable(z.record(z.string(), shownTotals)),
});

export type ScaleRecord = z.infer<typeof scaleRecord>;

/** The distribution only after the close, the same for everybody. */
export function scaleView({ data }: ViewInput<ScaleSettings, ScaleData>): KindView {
  const shown = Object.entries(data.totals ?? {}).map(([item, { n, counts, paired }]) => [
    item,
    { n, counts, paired: paired?.n ?? null },
  ]);
  const record: ScaleRecord = { totals: data.totals === null ? null : Object.fromEntries(shown) };
  return { record, cards: [], consents: new Map(), review: [] };
}
