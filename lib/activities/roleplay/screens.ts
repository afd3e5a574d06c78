import { contentOf } from "@/lib/activities/kept";
import { TAKEN_SHEET_SLOT, takenSheet } from "@/lib/activities/roleplay/kept";
import { type RoleplayRecord, roleplayRecord } from "@/lib/activities/roleplay/record";
import {
  ROUNDS_MAX,
  type RoleplaySettings,
  type RoleplayStep,
  roleplaySettings,
  stepKeys,
  wordsOfCase,
} from "@/lib/activities/roleplay/schema";
import {
  type ConsoleProps,
  defineScreens,
  type PhaseWords,
  type Shown,
  type StageProps,
} from "@/lib/activities/screens-contract";
import { PAD_COLUMNS } from "@/lib/documents/pad";

/** What each of the kind's pictures on the stage is given. */
export type RoleplayStageProps = Shown<RoleplaySettings, RoleplayRecord> & StageProps;

/** What each part of the kind's console is given. */
export type RoleplayDeskProps = Shown<RoleplaySettings, RoleplayRecord> & ConsoleProps;

const ROUNDS = Array.from({ length: ROUNDS_MAX }, (_, at) => at + 1);

/** A step is called the same in each round: which one it is stands beside it. */
const ofStep = {
  brief: "kinds.roleplay.phases.brief",
  play: "kinds.roleplay.phases.play",
  swap: "kinds.roleplay.phases.swap",
  tell: "kinds.roleplay.phases.tell",
  ask: "kinds.roleplay.phases.ask",
  help: "kinds.roleplay.phases.help",
  take: "kinds.roleplay.phases.take",
} as const satisfies Record<RoleplayStep["key"], PhaseWords>;

const inRounds = stepKeys.flatMap((step) =>
  ROUNDS.map((round) => ({ phase: `${step}${round}`, round, words: ofStep[step] })),
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
    ...Object.fromEntries(inRounds.map(({ phase, words }) => [phase, words])),
    deRole: "kinds.roleplay.phases.deRole",
    otherChair: "kinds.roleplay.phases.otherChair",
    surprises: "kinds.roleplay.phases.surprises",
    guessKnowAsk: "kinds.roleplay.phases.guessKnowAsk",
    takeAlong: "kinds.roleplay.phases.takeAlong",
    helped: "kinds.roleplay.phases.helped",
  },
  round: (name) => inRounds.find(({ phase }) => phase === name)?.round ?? null,
  cards: "kinds.roleplay.cards",
  // Somebody without a phone writes a line on paper, in a role.
  paperCardsFor: ({ planned: { settings } }) =>
    settings.roleSet.roles.map(({ key, name }) => ({
      name,
      attributes: { round: null, role: key },
    })),
  ownNotes: ({ kept }, { t }) =>
    Object.entries(kept)
      .filter(([key, { kind }]) => kind === takenSheet.kind && key.endsWith(`/${TAKEN_SHEET_SLOT}`))
      .flatMap(([, entry]) => {
        const sheet = contentOf(takenSheet, entry);
        return PAD_COLUMNS.filter((column) => sheet[column].length > 0).map((column) => ({
          prompt: t("kinds.roleplay.common.ownSheet", {
            column: t(`kinds.roleplay.common.pad.${column}`),
          }),
          text: sheet[column].join(" · "),
        }));
      }),
  subjects({ planned: { settings }, record }) {
    const text = record.case && wordsOfCase(settings.source, record.case);
    return text === null ? [] : [text];
  },
});
