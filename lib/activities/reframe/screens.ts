import { reframeRecord } from "@/lib/activities/reframe/record";
import { calledOn, reframeSettings, wordsOfCase } from "@/lib/activities/reframe/schema";
import { defineScreens } from "@/lib/activities/screens-contract";

export const reframeScreens = defineScreens({
  name: "reframe",
  called: "kinds.reframe.catalogue.called",
  settings: reframeSettings,
  record: reframeRecord,
  phases: (settings) => ({
    choose: "kinds.reframe.phases.choose",
    case:
      settings?.source.from === "own"
        ? "kinds.reframe.answers.phases.case"
        : "kinds.reframe.phases.case",
  }),
  cards: ({ source }) =>
    calledOn(source) === "answer" ? "kinds.reframe.answers.cards" : "kinds.reframe.cards",
  startersAre: "kinds.reframe.console.questions",
  tooFew({ settings: { criterion, source }, record: { enough, results } }) {
    if (enough === false) return "activity";
    const tops = Object.values(results ?? {});
    if (tops.length === 0 || tops.some((top) => top !== null)) return null;
    const says =
      calledOn(source) === "answer"
        ? "kinds.reframe.common.tooFewAnswers"
        : "kinds.reframe.common.tooFewVotes";
    return { says, criterion };
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
