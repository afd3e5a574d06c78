import * as z from "zod/mini";
import { cardsFor } from "@/lib/activities/cards";
import type { KindView, ViewInput } from "@/lib/activities/kit";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";
import { reframeCase } from "@/lib/activities/reframe/schema";
import { randomId } from "@/lib/session/ids";

/** Readings shown per case (activities.md: top 3). */
export const TOP_READINGS = 3;

export const reframeRecord = z.strictObject({
  /** While cases are being chosen, facilitators alone see which. */
  cases: z.array(reframeCase),
  /** Readings of one person per case; null before writing began. */
  readingsEach: z.nullable(z.int()),
  enough: z.nullable(z.boolean()),
  /** Top readings per case, best first, none without votes; null for a case below k. */
  results: z.nullable(
    z.record(
      z.string(),
      z.nullable(z.array(z.strictObject({ id: randomId, votes: z.int(), shown: z.int() }))),
    ),
  ),
});

export type ReframeRecord = z.infer<typeof reframeRecord>;

/** Cases once they are shown, revealed readings from the vote on, results after it. */
export function reframeView(input: ViewInput<ReframeSettings, ReframeData>): KindView {
  const { data, phase, audience, review } = input;
  const isFacilitator = audience === "facilitator";
  const record: ReframeRecord = {
    cases: isFacilitator || phase !== "choose" ? data.cases : [],
    readingsEach: data.readingsEach,
    enough: data.reviewed === null ? null : data.enough,
    results: data.totals === null ? null : topReadings(data),
  };
  const shows = phase === "vote" || phase === "show" || phase === "closed";
  return {
    record,
    cards: shows ? cardsFor(audience, data) : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}

/** Ranked by votes ÷ times shown; equal shares by votes, then by content, so that no order leaks. */
export function topReadings(data: ReframeData): NonNullable<ReframeRecord["results"]> {
  const results: NonNullable<ReframeRecord["results"]> = {};
  for (const [caseId, { readings }] of Object.entries(data.totals ?? {})) {
    results[caseId] =
      readings === null
        ? null
        : Object.entries(readings)
            .filter(([, { votes }]) => votes > 0)
            .map(([id, totals]) => ({ id, ...totals, text: data.cards.get(id)?.text ?? "" }))
            .sort(
              (a, b) =>
                b.votes / b.shown - a.votes / a.shown ||
                b.votes - a.votes ||
                (a.text < b.text ? -1 : 1),
            )
            .slice(0, TOP_READINGS)
            .map(({ id, votes, shown }) => ({ id, votes, shown }));
  }
  return results;
}
