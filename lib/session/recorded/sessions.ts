import { boardSettings } from "@/lib/activities/board/schema";
import { reframeOffer } from "@/lib/activities/reframe/record";
import { OWN_CASE, reframeSettings } from "@/lib/activities/reframe/schema";
import { personWith, play } from "@/lib/example/example-session";
import type { Command } from "@/lib/session/commands";
import type { SessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate, PlanTemplate } from "@/lib/session/plan-template";
import { withSizes } from "@/lib/session/sizes";
import { currentRun, K_CARDS, positionOf } from "@/lib/session/state";
import {
  createMemorySession,
  type MemorySession,
  plannedWorkshop,
} from "@/lib/testing/memory-session";
import { type Action, advanceTo, caseOf, hex, perform } from "@/lib/testing/session-driver";
import { specificallySeen } from "@/lib/workshops/activities/specifically-seen";
import { workshops } from "@/lib/workshops/registry";

/**
 * Whole sessions that use every kind, phase and event there is: what `scripts/record-shapes.ts` records
 * of a release before it is given away.
 */

const SEED = 20_261_126;
const EIGHT = 8;
const THREE = 3;
const DOTS = 3;

const tell = (session: MemorySession, command: Command): void => {
  const answer = session.send("facilitator", command);
  if (!answer.ok) throw new Error(`${command.type} was refused: ${answer.code}`);
};

/** A facilitator's command to the current activity. */
const tellActivity = (
  session: MemorySession,
  command: Extract<Command, { type: "activity" }>["command"],
): void => {
  const activity = currentRun(session.state)?.template.key ?? "";
  tell(session, { type: "activity", activity, command });
};

const everybody = (session: MemorySession, count: number, step: Action): void => {
  for (let device = 0; device < count; device += 1) perform(session, { ...step, device });
};

/** Takes part in the phase that a session is in, as far as there is something to do. */
function takePart(session: MemorySession, people: number): void {
  const run = currentRun(session.state);
  const at = `${run?.template.kind}/${run?.phase}`;
  if (at === "scale/ask") {
    for (let device = 0; device < people; device += 1) {
      perform(session, { do: "score", device, score: (device * 3) % 11 });
    }
  }
  if (at === "collect/write" || at === "reframe/write") everybody(session, people, { do: "write" });
  if (at === "collect/cluster" && Object.keys(session.view("facilitator").cards).length > 0) {
    sortIntoThemes(session);
  }
  if (at === "collect/vote") castDots(session, people);
  if (at === "reframe/vote" && caseOf(session) !== "none") {
    everybody(session, people, { do: "vote" });
  }
  if (at === "commit/fill") {
    for (let device = 0; device < people; device += 1) {
      session.send(
        { device: hex(device + 1) },
        {
          type: "activity",
          activity: run?.template.key ?? "",
          command: { type: "reportFinished", revision: 1, steps: ["follow-up"] },
        },
      );
    }
  }
  if (run?.template.key === "close") {
    for (let device = 0; device < people; device += 1) {
      perform(session, { do: "answer", device, score: device });
    }
  }
}

function sortIntoThemes(session: MemorySession): void {
  const [first, second, third] = [hex(1), hex(2), hex(3)];
  tellActivity(session, { type: "addTheme", themeId: first, name: "«Stille»" });
  tellActivity(session, { type: "addTheme", themeId: second, name: "«Absage»" });
  tellActivity(session, { type: "addTheme", themeId: third, name: "«Irrtum»" });
  tellActivity(session, { type: "renameTheme", themeId: second, name: "«Absage ohne Grund»" });
  for (const cardId of Object.keys(session.view("facilitator").cards)) {
    tellActivity(session, { type: "sortCard", cardId, themeId: first });
  }
  tellActivity(session, { type: "removeTheme", themeId: third });
}

function castDots(session: MemorySession, people: number): void {
  const activity = currentRun(session.state)?.template.key ?? "";
  for (let device = 0; device < people; device += 1) {
    const command = { type: "castDots", revision: 1, dots: { [hex(1)]: 2, [hex(2)]: 1 } };
    session.send({ device: hex(device + 1) }, { type: "activity", activity, command });
  }
}

/** Goes on, phase by phase, to a place in the plan; everybody takes part on the way and there. */
function holdUntil(session: MemorySession, people: number, activity: string, phase: string): void {
  for (;;) {
    takePart(session, people);
    const here = positionOf(session.state);
    if (here.activity === activity && here.phase === phase) return;
    const before = JSON.stringify(here);
    session.now += 60_000;
    perform(session, { do: "advance" });
    if (JSON.stringify(positionOf(session.state)) === before) {
      throw new Error(`The session is stuck at ${before}`);
    }
  }
}

const opened = (plan: SessionPlan): MemorySession => createMemorySession(plan, SEED);

const end = (session: MemorySession): MemorySession => {
  tell(session, { type: "end" });
  return session;
};

/** Everything a facilitator can do, in the order in which it comes up; eight people. */
function full(): MemorySession {
  const session = opened(plannedWorkshop());
  session.joined = EIGHT;
  tell(session, { type: "planBegin", at: session.now + 600_000 });
  tell(session, { type: "lockRoom", locked: true });
  tell(session, { type: "lockRoom", locked: false });
  tell(session, { type: "rotateCode" });
  tell(session, { type: "rotateStageLink" });
  holdUntil(session, EIGHT, "before", "ask");
  tell(session, { type: "addMinutes", minutes: 1, from: positionOf(session.state) });
  tell(session, { type: "pauseClock", from: positionOf(session.state) });
  tell(session, { type: "resumeClock", from: positionOf(session.state) });
  tell(session, { type: "setStage", bigCode: true, language: "en" });
  tell(session, { type: "turnPage", page: 2, from: positionOf(session.state) });
  tell(session, { type: "setStage", blank: true, bigCode: false });
  tell(session, { type: "showHelp" });
  holdUntil(session, EIGHT, "small-no", "write");
  tell(session, { type: "showAid", aid: "starters", from: positionOf(session.state) });
  tell(session, { type: "showAid", aid: null, from: positionOf(session.state) });
  for (const card of [1, 2]) perform(session, { do: "write", device: 0, card });
  tell(session, { type: "writeNote", activity: "small-no", text: "«eine Notiz»" });
  tell(session, { type: "writeNote", activity: "small-no", text: "«eine Notiz, länger»" });
  perform(session, { do: "advance" });
  perform(session, { do: "hold", pick: 2 });
  everybody(session, EIGHT, { do: "write", card: 3 });
  perform(session, { do: "advance" });
  perform(session, { do: "reply", pick: 1 });
  perform(session, { do: "tag", pick: 2 });
  perform(session, { do: "reviewLate" });
  perform(session, { do: "revealLate" });
  perform(session, { do: "write", device: 4, card: 1 });
  holdUntil(session, EIGHT, "other-readings", "choose");
  const { cases } = reframeOffer.parse(session.view("facilitator").facilitator?.ofKind);
  tellActivity(session, { type: "chooseCases", cases: cases.slice(0, 1).map(({ id }) => id) });
  holdUntil(session, EIGHT, "other-readings", "review");
  everybody(session, EIGHT, { do: "write", card: 3 });
  holdUntil(session, EIGHT, "close", "show");
  return end(session);
}

/** Three people, said so before the begin: cards are shown, no number of them is. */
function smallGroup(): MemorySession {
  const session = opened({ ...plannedWorkshop(), address: "sie", language: "en" });
  session.joined = THREE;
  tell(session, { type: "chooseSmallGroup", on: true });
  holdUntil(session, THREE, "close", "show");
  return end(session);
}

/** Early to the closing, reopened, an activity left in the middle, one skipped, one gone back in. */
function leftAndReopened(): MemorySession {
  const session = opened({ ...plannedWorkshop(), language: "en" });
  session.joined = EIGHT;
  holdUntil(session, EIGHT, "small-no", "write");
  perform(session, { do: "startClosing" });
  takePart(session, EIGHT);
  perform(session, { do: "reopen" });
  advanceTo(session, "other-readings", "write");
  perform(session, { do: "back" });
  holdUntil(session, EIGHT, "other-readings", "review");
  tell(session, { type: "skipActivity", from: positionOf(session.state) });
  holdUntil(session, EIGHT, "close", "show");
  return end(session);
}

/** Two people: too few for anything, so the room talks. */
function tooFew(): MemorySession {
  const session = opened({ ...plannedWorkshop(), address: "sie" });
  session.joined = 2;
  holdUntil(session, 2, "close", "show");
  return end(session);
}

/** As many as are needed, and one card of them held each time: nothing is shown. */
function heldBelowK(): MemorySession {
  const session = opened(plannedWorkshop());
  session.joined = K_CARDS;
  for (const activity of ["small-no", "other-readings"]) {
    holdUntil(session, K_CARDS, activity, "review");
    perform(session, { do: "hold", pick: 0 });
  }
  holdUntil(session, K_CARDS, "close", "show");
  return end(session);
}

/** What the ready-made plan has not: a vote on themes, given cases, everybody's own line. */
const otherSettings = (activity: ActivityTemplate): ActivityTemplate[] => {
  if (activity.kind === "collect") {
    return [{ ...activity, settings: { ...activity.settings, dots: DOTS } }];
  }
  if (activity.kind !== "reframe") return [activity];
  const { source } = reframeSettings.parse(activity.settings);
  if (source.from !== "earlier") return [activity];
  const { givenCases, caseLimit } = source;
  const given = { from: "given", givenCases, caseLimit } as const;
  const { prompt } = activity;
  const own = { from: "own", task: prompt, answer: prompt, keep: prompt } as const;
  return [
    { ...activity, settings: { ...activity.settings, source: given } },
    { ...activity, key: OWN_CASE, settings: { ...activity.settings, source: own } },
  ];
};

function dotsAndOwnLines(): MemorySession {
  const session = opened(plannedWorkshop(otherSettings));
  session.joined = EIGHT;
  holdUntil(session, EIGHT, "close", "show");
  return end(session);
}

/** Opened in other sizes than the plan's: longer, with a vote on the themes. */
function inOtherSizes(): MemorySession {
  const plan = plannedWorkshop();
  const sized = withSizes(plan, { "small-no": 12, "other-readings": 14 });
  if (!sized) throw new Error("The workshop has no such sizes");
  const session = opened({ ...plan, ...sized });
  session.joined = EIGHT;
  holdUntil(session, EIGHT, "close", "show");
  return end(session);
}

/** Still running: a restart with a new version comes in the middle of a vote. */
function inTheMiddle(): MemorySession {
  const session = opened(plannedWorkshop());
  session.joined = EIGHT;
  holdUntil(session, EIGHT, "other-readings", "vote");
  return session;
}

/** A ready-made workshop held to its end by made-up people, who do in each phase what their kind has them do. */
export function heldWhole(plan: PlanTemplate, count: number): MemorySession {
  const { id: templateId, title, purpose, activities, ...rest } = plan;
  const { minutes, buffer, metBefore } = rest;
  const session = opened({
    ...{ templateId, title, purpose, minutes, buffer, metBefore, activities },
    ...{ address: "sie", language: "de" },
  });
  session.joined = count;
  const people = Array.from({ length: count }, (_, number) => personWith(number, "de"));
  tell(session, { type: "begin", endsAt: null });
  do {
    for (const person of people) play(session, person);
  } while (session.send("facilitator", { type: "advance", from: positionOf(session.state) }).ok);
  return end(session);
}

/** A board on which notes are grouped, one group stands alone on the stage, and everybody lays dots. */
function weighedBoard(): MemorySession {
  const { activity } = specificallySeen;
  const board = { ...activity, settings: { ...activity.settings, dots: DOTS } };
  const session = opened(plannedWorkshop((each) => (each.key === "small-no" ? [board] : [each])));
  session.joined = EIGHT;
  const people = Array.from({ length: EIGHT }, (_, number) => personWith(number, "de"));
  tell(session, { type: "begin", endsAt: null });
  do {
    for (const person of people) play(session, person);
    const run = currentRun(session.state);
    if (run?.template.key === board.key && run.phase === "group") groupNotes(session);
  } while (session.send("facilitator", { type: "advance", from: positionOf(session.state) }).ok);
  return end(session);
}

function groupNotes(session: MemorySession): void {
  const { zones } = boardSettings.parse(currentRun(session.state)?.template.settings);
  const themeId = hex(1);
  tellActivity(session, { type: "addTheme", themeId, name: "«Nachgefragt»", zone: zones[0]?.key });
  for (const cardId of Object.keys(session.view("facilitator").cards)) {
    tellActivity(session, { type: "sortCard", cardId, themeId });
  }
  tellActivity(session, { type: "colourTheme", themeId, colour: "ochre" });
  tellActivity(session, { type: "spotlightTheme", themeId });
  tellActivity(session, { type: "spotlightTheme", themeId: null });
}

/** By the name of the file that they are recorded in. */
export const sessionsToRecord: Record<string, () => MemorySession> = {
  full,
  "small-group": smallGroup,
  "left-and-reopened": leftAndReopened,
  "too-few": tooFew,
  "held-below-k": heldBelowK,
  "dots-and-own-lines": dotsAndOwnLines,
  "weighed-board": weighedBoard,
  "in-other-sizes": inOtherSizes,
  "in-the-middle": inTheMiddle,
  ...Object.fromEntries(workshops.map((each) => [each.id, () => heldWhole(each, EIGHT)])),
};
