import type { Range } from "@/attack/crash/ballots";
import type { Pressed } from "@/attack/crash/facilitator";
import type { FacilitatorCommand } from "@/lib/session/commands";
import type { SessionEvent } from "@/lib/session/events";

/**
 * The event that each facilitators' command leaves exactly once in the log. Null for those that may
 * rightly leave none: a clock that stands already, a request that is off the console, a theme that is
 * gone; for these the row of `handled_commands` is what is counted.
 */
const effects: Readonly<Record<FacilitatorCommand["type"], SessionEvent["type"] | null>> = {
  planBegin: "beginPlanned",
  chooseSmallGroup: "smallGroupChosen",
  // The same number again is none.
  countWithoutPhone: null,
  countHands: "handsCounted",
  lockRoom: "roomLocked",
  rotateCode: "codeRotated",
  rotateStageLink: "stageLinkRotated",
  begin: "phaseStarted",
  advance: "phaseStarted",
  goBack: "phaseStarted",
  skipActivity: "phaseStarted",
  startClosing: "phaseStarted",
  reopen: "phaseStarted",
  pauseClock: null,
  resumeClock: null,
  // Counted by its minutes.
  addMinutes: null,
  setStage: "stageSet",
  turnPage: "stageSet",
  // What is shown already is not shown again.
  showAid: null,
  // A row that is written over.
  writeNote: null,
  showHelp: "helpShown",
  end: "sessionEnded",
  replyBlind: "blindReplyWritten",
  acknowledgeTalk: null,
};

/** Accepted commands of facilitators against the events of the log: one each, no more and no less. */
export function checkEffects(
  pressed: readonly Pressed[],
  log: { events: ReadonlyMap<string, number>; minutes: number },
): string[] {
  const expected = new Map<string, Range>();
  for (const { command, fate } of pressed) {
    const event = command.type in effects ? effectOf(command.type) : null;
    if (!event || fate === "refused") continue;
    const range = expected.get(event) ?? { least: 0, most: 0 };
    range.most += 1;
    if (fate === "accepted") range.least += 1;
    expected.set(event, range);
  }
  const defects: string[] = [];
  for (const event of new Set(Object.values(effects))) {
    if (!event) continue;
    const n = log.events.get(event) ?? 0;
    const { least, most } = expected.get(event) ?? { least: 0, most: 0 };
    if (n < least || n > most) defects.push(`${event}: ${n} times, not ${least} to ${most}`);
  }
  const minutes = (fates: readonly string[], sign: number) =>
    pressed.reduce((sum, { command, fate }) => {
      const fits =
        command.type === "addMinutes" && fates.includes(fate) && command.minutes === sign;
      return fits ? sum + sign : sum;
    }, 0);
  const certain = minutes(["accepted"], 1) + minutes(["accepted"], -1);
  const least = certain + minutes(["uncertain"], -1);
  const most = certain + minutes(["uncertain"], 1);
  if (log.minutes < least || log.minutes > most) {
    defects.push(`${log.minutes} minutes were added, not ${least} to ${most}`);
  }
  return defects;
}

function effectOf(type: string): SessionEvent["type"] | null {
  return Object.entries(effects).find(([name]) => name === type)?.[1] ?? null;
}
