import { firstAidAfterANo } from "@/lib/plans/first-aid-after-a-no";
import { givenCases } from "@/lib/plans/first-aid-after-a-no/other-readings";
import type { ActivityTemplate } from "@/lib/plans/plan-template";

/** Cards that one person may write to one question here. */
const CARDS_EACH = 3;
/** Questions and rounds of readings in one session, for many cards in little time. */
const QUESTIONS = 3;
const ROUNDS = 2;
const CASES = 5;

/** The given cases that every round of readings works on. */
export const caseKeys = givenCases.slice(0, CASES).map(({ key }) => key);

/**
 * What the bots play: the ready-made activities with cards, several times, and no more than one
 * reading and one vote per case, so that a blind guess is right once in eight.
 */
export const attackPlan = firstAidAfterANo.activities.flatMap((template): ActivityTemplate[] => {
  if (template.kind === "collect") {
    return Array.from({ length: QUESTIONS }, (_, at) => ({
      ...template,
      key: `question-${at}`,
      settings: { ...template.settings, itemLimit: CARDS_EACH },
    }));
  }
  if (template.kind === "reframe") {
    return Array.from({ length: ROUNDS }, (_, at) => ({
      ...template,
      key: `readings-${at}`,
      settings: {
        ...template.settings,
        source: { from: "given", givenCases, caseLimit: CASES },
        readingLimit: 1,
        votes: 1,
      },
    }));
  }
  return template.kind === "pause" && template.settings.role === "closing" ? [template] : [];
});
