import type { RevealedCard } from "@/lib/activities/card-schema";
import type { Earlier } from "@/lib/activities/contract";
import {
  type CaseSource,
  givenCasesOf,
  OWN_CASE,
  type ReframeCase,
} from "@/lib/activities/reframe/schema";

/** Consented cards of an earlier activity, where the plan takes its cases from one. */
export function offeredCases(source: CaseSource, earlier: Earlier): readonly ReframeCase[] {
  return source.from === "earlier" ? (earlier.facts(source.activity).consentedCards ?? []) : [];
}

export const givenCases = (source: CaseSource): ReframeCase[] =>
  givenCasesOf(source).map(({ key }) => ({ id: key, text: null, markHash: null }));

/** Where nobody has chosen yet: a given case, never somebody's card. */
export function firstCases(source: CaseSource): ReframeCase[] {
  if (source.from === "own") return [{ id: OWN_CASE, text: null, markHash: null }];
  return givenCases(source).slice(0, 1);
}

/** The case that a reading answers. */
export const caseOf = ({ attributes }: Pick<RevealedCard, "attributes">): string | null =>
  attributes.caseId ?? null;
