import { roleplayRecord } from "@/lib/activities/roleplay/record";
import {
  debriefKeys,
  ROUNDS_MAX,
  roleplaySettings,
  stepKeys,
  wordsOfCase,
} from "@/lib/activities/roleplay/schema";
import { defineScreens, type PhaseWords } from "@/lib/activities/screens-contract";

const ROUNDS = Array.from({ length: ROUNDS_MAX }, (_, at) => at + 1);

/** A step is called the same in each round: which one it is stands beside it. */
const ofSteps: Readonly<Record<string, PhaseWords>> = Object.fromEntries(
  stepKeys.flatMap((key) =>
    ROUNDS.map((round) => [`${key}${round}`, `kinds.roleplay.phases.${key}`] as const),
  ),
);

const ofDebrief: Readonly<Record<string, PhaseWords>> = Object.fromEntries(
  debriefKeys.map((key) => [key, `kinds.roleplay.phases.${key}`] as const),
);

export const roleplayScreens = defineScreens({
  name: "roleplay",
  called: "kinds.roleplay.catalogue.called",
  settings: roleplaySettings,
  record: roleplayRecord,
  phases: {
    intro: "kinds.roleplay.phases.intro",
    choose: "kinds.roleplay.phases.choose",
    case: "kinds.roleplay.phases.case",
    assign: "kinds.roleplay.phases.assign",
    gather: "kinds.roleplay.phases.gather",
    ...ofSteps,
    deRole: "kinds.roleplay.phases.deRole",
    ...ofDebrief,
  },
  cards: "kinds.roleplay.cards",
  subjects({ planned: { settings }, record }) {
    const text = record.case && wordsOfCase(settings.source, record.case);
    return text === null ? [] : [text];
  },
});
