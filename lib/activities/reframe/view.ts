import { cardsFor } from "@/lib/activities/cards";
import type { Earlier, KindView, ViewInput } from "@/lib/activities/contract";
import { offeredCases } from "@/lib/activities/reframe/cases";
import {
  type ReframeOffer,
  type ReframeRecord,
  TOP_READINGS,
} from "@/lib/activities/reframe/record";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import type { ReframeSettings } from "@/lib/activities/reframe/schema";

/** Cases once they are shown, revealed readings from the vote on, results after it. */
export function reframeView(input: ViewInput<ReframeSettings, ReframeData>): KindView {
  const { settings, data, phase, audience, review, earlier } = input;
  const isFacilitator = audience === "facilitator";
  const record: ReframeRecord = {
    cases: isFacilitator || phase !== "choose" ? data.cases : [],
    readingsEach: data.readingsEach,
    enough: data.reviewed === null ? null : data.enough,
    results: data.totals === null ? null : topReadings(data),
  };
  const isChoosing = isFacilitator && phase === "choose";
  const shows = phase === "vote" || phase === "show" || phase === "closed";
  return {
    record,
    ofFacilitators: isChoosing ? offerOf(settings, earlier) : null,
    nextCount: isChoosing ? data.cases.length : null,
    cards: shows ? cardsFor(audience, data) : [],
    consents: isFacilitator && shows ? data.consents : new Map(),
    review: isFacilitator ? review : [],
  };
}

function offerOf({ source }: ReframeSettings, earlier: Earlier): ReframeOffer {
  return { cases: offeredCases(source, earlier).map(({ id, text }) => ({ id, text: text ?? "" })) };
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
