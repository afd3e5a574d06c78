import type { ActivityTemplate } from "@/lib/session/plan-template";
import { same } from "@/lib/words";
import { blamelessLookBack } from "@/lib/workshops/activities/blameless-look-back";
import { otherChairs, withGivenCases } from "@/lib/workshops/activities/other-chairs";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { wentWellElsewhere } from "@/lib/workshops/activities/went-well-elsewhere";
import { whoseShare } from "@/lib/workshops/activities/whose-share";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";
import { givenCases } from "@/lib/workshops/parts/cases";

/** Cards that one person may write to one question here. */
const CARDS_EACH = 3;
/** Questions in one session, for many cards in little time. */
const QUESTIONS = 3;
const CASES = 5;
/** Dots of one person in the vote on themes. */
const DOTS = 3;

/** The question whose themes are voted on, and the one whose cards become cases. */
export const VOTED_QUESTION = "question-0";
export const CASES_QUESTION = "question-2";
/** Where somebody may leave for a while. */
export const LEFT_QUESTION = "question-1";
/** Before which a case is looked at together. */
const QUESTION_AFTER_CASE = "question-0";
/** After this one the closing begins early, so that it is opened again. */
export const BEFORE_CLOSING = "readings-own";

/** Where people tick one or two of twelve; it is held beside the plan's own one, whose ticks are as many as one likes. */
export const TICKED = wentWellElsewhere.activity.key;
/** Where people share points out over places. */
export const PLACED = whoseShare.activity.key;
const BESIDE_TICKED = "if-then";

const played = withGivenCases(otherChairs).activity;
/** Where people sit in groups, write lines in roles, and a sheet together. */
export const PLAYED = played.key;
/** The same, with lines that are written in silence. */
const chairs = { ...played, settings: { ...played.settings, mode: "silent" } };
/** Where everybody puts notes into groups, and lays dots on these. */
export const ARRANGED = specificallySeen.activity.key;
const notes = {
  ...specificallySeen.activity,
  settings: {
    ...specificallySeen.activity.settings,
    ...{ itemLimit: CARDS_EACH, zoneLimit: CARDS_EACH, roomSorts: true, dots: DOTS },
  },
};

/** Where cases come from, round by round of readings. */
const sources = {
  "readings-given": { from: "given", givenCases, caseLimit: CASES },
  "readings-cards": { from: "earlier", activity: CASES_QUESTION, givenCases, caseLimit: CASES },
  "readings-own": { from: "own", task: same("Dein Satz", "Your line"), answer: null, keep: null },
} as const;

/**
 * What the bots play: every kind of activity, those with cards several times, and no more than one
 * vote per case, so that a blind guess is right once in eight.
 */
export const attackPlan = firstAidAfterANo.activities.flatMap((template): ActivityTemplate[] => {
  if (template.key === "small-no") {
    return Array.from({ length: QUESTIONS }, (_, at) => {
      const key = `question-${at}`;
      const isVoted = key === VOTED_QUESTION;
      const dots = isVoted ? DOTS : 0;
      const caseFirst =
        key === QUESTION_AFTER_CASE ? blamelessLookBack.activity.settings.caseFirst : null;
      const settings = {
        ...template.settings,
        ...{ itemLimit: CARDS_EACH, dots, caseFirst },
        // What is voted on has been sorted by everybody.
        ...(isVoted ? { roomSorts: true } : {}),
      };
      return { ...template, key, phaseMinutes: undefined, sizes: [], settings };
    });
  }
  if (template.key === "other-readings") {
    return Object.entries(sources).map(([key, source]) => ({
      ...template,
      key,
      settings: {
        ...template.settings,
        source,
        readingLimit: source.from === "own" ? CARDS_EACH : 1,
        votes: 1,
      },
    }));
  }
  if (template.key === BESIDE_TICKED)
    return [whoseShare.activity, template, wentWellElsewhere.activity, chairs, notes];
  return [template];
});
