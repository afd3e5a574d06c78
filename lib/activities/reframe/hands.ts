import type { HandsQuestion } from "@/lib/activities/contract";
import { caseOf } from "@/lib/activities/reframe/cases";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import { type ReframeSettings, wordsOfCase } from "@/lib/activities/reframe/schema";

/**
 * Hands for each reading of each case, in the order of their random ids. What is not for the stage is read out by
 * nobody, and its words must not reach the stage by this way either.
 */
export function handsOnReadings(
  { source }: ReframeSettings,
  { cases, cards }: ReframeData,
): readonly HandsQuestion[] {
  const readings = [...cards.values()]
    .filter(({ notForStage }) => !notForStage)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  return cases.map((each) => ({
    ...{ key: each.id, prompt: wordsOfCase(source, each) ?? null, section: "cases" },
    options: readings
      .filter((card) => caseOf(card) === each.id)
      .map(({ id, text }) => ({ key: id, label: text })),
  }));
}
