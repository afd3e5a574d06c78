import { rolesOfCommand } from "@/lib/activities/kinds";
import type { Command } from "@/lib/session/commands";
import type { Role } from "@/lib/session/decide";

/**
 * The one authorisation table: who may send which command. What is not listed is denied. The commands of
 * activities stand in the tables of their kinds, whose rules check phases as well.
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

/** Whether this role may send this command at all. Asked before anything is looked up. */
export function mayAttempt(role: Role, command: Command): boolean {
  if (command.type !== "activity") return session[command.type].includes(role);
  return role !== "stage" && rolesOfCommand(command.command.type).has(role);
}
