import { rolesOfCommand } from "@/lib/activities/kinds";
import type { Audience } from "@/lib/channel";
import type { Actor, Scope } from "@/lib/session/actor";
import type { Command } from "@/lib/session/commands";

/** Who may send a command: any participant, or facilitators whose account has this scope. */
type Right = { kind: "participant" } | { kind: "facilitator"; scope: Scope };

const anybody: Right = { kind: "participant" };
const leading: Right = { kind: "facilitator", scope: "run" };

/**
 * The one authorisation table: who may send which command. What is not listed is denied. The commands of
 * activities stand in the tables of their kinds, whose rules check phases as well.
 */
const session: Record<Exclude<Command["type"], "activity">, Right> = {
  planBegin: leading,
  chooseSmallGroup: leading,
  countWithoutPhone: leading,
  countHands: leading,
  lockRoom: leading,
  rotateCode: leading,
  rotateStageLink: leading,
  begin: leading,
  advance: leading,
  goBack: leading,
  skipActivity: leading,
  startClosing: leading,
  reopen: leading,
  pauseClock: leading,
  resumeClock: leading,
  addMinutes: leading,
  setStage: leading,
  turnPage: leading,
  showAid: leading,
  writeNote: leading,
  showHelp: leading,
  end: leading,
  replyBlind: leading,
  acknowledgeTalk: leading,
  askAboutOwnCards: anybody,
  keepInSeries: anybody,
  wantToTalk: anybody,
};

/** Whether this actor may send this command at all. Asked before anything is looked up. */
export function mayAttempt(actor: Actor, command: Command): boolean {
  if (command.type !== "activity") return has(actor, session[command.type]);
  const senders = rolesOfCommand(command.command.type);
  return [anybody, leading].some((right) => senders.has(right.kind) && has(actor, right));
}

/** Whose view this actor gets; null for none. */
export function audienceOf(actor: Actor): Audience | null {
  return actor.kind === "facilitator" && !actor.scopes.has("read") ? null : actor.kind;
}

const has = (actor: Actor, right: Right): boolean =>
  actor.kind === "facilitator" && right.kind === "facilitator"
    ? actor.scopes.has(right.scope)
    : actor.kind === right.kind;
