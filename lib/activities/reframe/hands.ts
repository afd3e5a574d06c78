import type { Earlier, HandsQuestion } from "@/lib/activities/contract";
import { caseOf } from "@/lib/activities/reframe/cases";
import type { ReframeData } from "@/lib/activities/reframe/rules";
import { type ReframeSettings, wordsOfCase } from "@/lib/activities/reframe/schema";
import { isCaseWithheld, withheldReadings } from "@/lib/activities/reframe/withheld";
import { byBytes } from "@/lib/summary/by-bytes";

/**
 * Hands for each reading of each case, in the order of their words, as the summary has them in that order too. What
 * is not for the stage is read out by nobody, and its words must not reach the stage by this way either.
 */
export function handsOnReadings(
  { source }: ReframeSettings,
  data: ReframeData,
  earlier: Earlier,
): readonly HandsQuestion[] {
  const withheld = withheldReadings(data);
  const readings = [...data.cards.values()]
    .filter(({ notForStage }) => !notForStage)
    .sort((a, b) => byBytes(a.text, b.text));
  return data.cases.map((each) => ({
    ...{ key: each.id, prompt: wordsOfCase(source, each), section: "cases" },
    isWithheld: isCaseWithheld(source, each, earlier),
    options: readings
      .filter((card) => caseOf(card) === each.id)
      .map(({ id, text }) => ({ key: id, label: text, isWithheld: withheld.has(id) })),
  }));
}
