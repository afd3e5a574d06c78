import type { Earlier } from "@/lib/activities/contract";
import {
  givenCasesOf,
  type RoleplayCase,
  type RoleplaySource,
} from "@/lib/activities/roleplay/schema";

/** Consented cards of an earlier activity, where the plan takes its case from one; tagged ones are not among them. */
export function offeredCases(source: RoleplaySource, earlier: Earlier): readonly RoleplayCase[] {
  return source.from === "earlier" ? (earlier.facts(source.activity).consentedCards ?? []) : [];
}

export const givenCases = (source: RoleplaySource): RoleplayCase[] =>
  givenCasesOf(source).map(({ key }) => ({ id: key, text: null, markHash: null }));

/** Where nobody has chosen yet: a given case, never somebody's card. Null where each brings a matter of their own. */
export const firstCase = (source: RoleplaySource): RoleplayCase | null =>
  givenCases(source)[0] ?? null;
