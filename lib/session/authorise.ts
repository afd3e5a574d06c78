import type { Command } from "@/lib/session/commands";
import type { Role } from "@/lib/session/decide";

/**
 * The one authorisation table: who may send which command. What is not listed is denied. Activity
 * commands are listed by kind and name; phases are checked by the kinds' rules.
 */
const session: Record<Exclude<Command["type"], "activity">, readonly Role[]> = {
  planBegin: ["facilitator"],
  chooseSmallGroup: ["facilitator"],
  lockRoom: ["facilitator"],
  rotateCode: ["facilitator"],
  rotateStageLink: ["facilitator"],
  begin: ["facilitator"],
  advance: ["facilitator"],
  goBack: ["facilitator"],
  skipActivity: ["facilitator"],
  startClosing: ["facilitator"],
  reopen: ["facilitator"],
  pauseClock: ["facilitator"],
  resumeClock: ["facilitator"],
  addMinutes: ["facilitator"],
  setStage: ["facilitator"],
  turnPage: ["facilitator"],
  showAid: ["facilitator"],
  writeNote: ["facilitator"],
  showHelp: ["facilitator"],
  end: ["facilitator"],
  replyBlind: ["facilitator"],
  acknowledgeTalk: ["facilitator"],
  askAboutOwnCards: ["participant"],
  wantToTalk: ["participant"],
};

const activity: Record<string, readonly Role[]> = {
  submitCard: ["participant"],
  withdrawCard: ["participant"],
  holdCard: ["facilitator"],
  holdCards: ["facilitator"],
  tagCard: ["facilitator"],
  reviewLate: ["facilitator"],
  revealLate: ["facilitator"],
  addTheme: ["facilitator"],
  renameTheme: ["facilitator"],
  removeTheme: ["facilitator"],
  sortCard: ["facilitator"],
  castDots: ["participant"],
  castScores: ["participant"],
  chooseCases: ["facilitator"],
  submitReading: ["participant"],
  withdrawReading: ["participant"],
  openBallot: ["participant"],
  castBallot: ["participant"],
  reportFinished: ["participant"],
  answerChecks: ["participant"],
};

/** Whether this role may send this command at all. Asked before anything is looked up. */
export function mayAttempt(role: Role, command: Command): boolean {
  if (command.type !== "activity") return session[command.type].includes(role);
  const name = command.command.type;
  return Object.hasOwn(activity, name) && (activity[name] ?? []).includes(role);
}
