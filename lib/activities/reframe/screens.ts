import { reframeRecord } from "@/lib/activities/reframe/record";
import { reframeSettings, wordsOfCase } from "@/lib/activities/reframe/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const reframeScreens = defineScreens({
  name: "reframe",
  settings: reframeSettings,
  record: reframeRecord,
  phases: { choose: "kinds.reframe.phases.choose", case: "kinds.reframe.phases.case" },
  cards: "kinds.reframe.cards",
  startersAre: "kinds.reframe.console.questions",
  tooFew({ settings: { criterion }, record: { enough, results } }) {
    if (enough === false) return "activity";
    const tops = Object.values(results ?? {});
    if (tops.length === 0 || tops.some((top) => top !== null)) return null;
    return { says: "kinds.reframe.common.tooFewVotes", criterion };
  },
  bridge: ({ bridge }) => bridge,
  subjects: ({ planned: { settings }, record: { cases } }) =>
    cases.flatMap((each) => wordsOfCase(settings.source, each) ?? []),
  paperCardsFor: ({ planned: { settings }, record: { cases } }) =>
    cases.map((each) => ({
      name: wordsOfCase(settings.source, each),
      attributes: { caseId: each.id, lens: null },
    })),
});
