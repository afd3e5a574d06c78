import { destroyedCards } from "@/lib/activities/cards";
import {
  accept,
  type CommandRole,
  type Decision,
  type RuleContext,
  refuse,
  type SealedWrite,
} from "@/lib/activities/contract";
import type { SeriesWords } from "@/lib/series/series-words";
import { aidsOf } from "@/lib/session/aids";
import {
  acknowledgeTalk,
  decideParticipant,
  type InSight,
  replyBlind,
} from "@/lib/session/author-contact";
import type { ActivityCommand, Command, FacilitatorCommand } from "@/lib/session/commands";
import type { SessionDecision, SessionSealed, SessionStep } from "@/lib/session/decision";
import type { PhaseClock, SessionEvent } from "@/lib/session/events";
import { countHands } from "@/lib/session/hands";
import { keepInSeries } from "@/lib/session/keep-in-series";
import {
  type ActivityRun,
  currentRun,
  earlierOf,
  isClosing,
  openRuns,
  positionOf,
  runOf,
  type SessionState,
} from "@/lib/session/state";

const MINUTE = 60_000;

/** What a decision may ask of the session itself, beside the rows of an activity. */
export interface SessionContext {
  sealed: SessionSealed;
  /** The sealed cards that facilitators see, where the command was sent. */
  inSight: InSight;
  /** Whether phones have somebody to name for help. */
  hasHelp: boolean;
  /** Whether the session's series takes something under these words. */
  mayKeepInSeries(words: SeriesWords): boolean;
  /** The sending device's tag under a key that dies with the session. */
  tag(): string;
}

/**
 * Decides one command. Pure: reads `state` and the context, changes nothing. Who may send what at
 * all is `authorise`'s question and was asked before.
 */
export function decide(
  state: SessionState,
  command: Command,
  role: CommandRole,
  contextOf: (activity: string) => RuleContext,
  session: SessionContext,
): SessionDecision {
  if (state.status === "finished") return refuse("closed");
  switch (command.type) {
    case "activity":
      return decideActivity(state, command, role, contextOf);
    case "keepInSeries":
      return keepInSeries(state, command, session.mayKeepInSeries);
    case "askAboutOwnCards":
    case "wantToTalk": {
      const context = contextOf(currentRun(state)?.template.key ?? "");
      return decideParticipant(state, command, context, session);
    }
    default:
      return decideFacilitator(state, command, contextOf, session);
  }
}

function decideActivity(
  state: SessionState,
  { activity, command }: ActivityCommand,
  role: CommandRole,
  contextOf: (activity: string) => RuleContext,
): SessionDecision {
  const run = runOf(state, activity);
  if (!run) return refuse("not-allowed");
  if (run.status === "closed" || run.status === "skipped") return refuse("closed");
  if (run.status === "ready" || run.phase === null) return refuse("wrong-phase");
  const decision = run.instance.decide({
    phase: run.phase,
    role,
    command,
    earlier: earlierOf(state),
    context: contextOf(activity),
  });
  return inSession(activity, decision);
}

function decideFacilitator(
  state: SessionState,
  command: FacilitatorCommand,
  contextOf: (activity: string) => RuleContext,
  { sealed, inSight, hasHelp }: SessionContext,
): SessionDecision {
  if ("from" in command) {
    const here = positionOf(state);
    if (here.activity !== command.from.activity || here.phase !== command.from.phase) {
      return refuse("wrong-phase");
    }
  }
  const run = currentRun(state);
  switch (command.type) {
    case "planBegin":
      if (state.status !== "lobby") return refuse("wrong-phase");
      return events({ type: "beginPlanned", at: command.at });
    case "chooseSmallGroup":
      if (state.status !== "lobby") return refuse("wrong-phase");
      return events({ type: "smallGroupChosen", on: command.on });
    case "countWithoutPhone":
      if (command.count === state.withoutPhone) return events();
      return events({ type: "withoutPhoneCounted", count: command.count });
    case "countHands":
      return countHands(state, command);
    case "lockRoom":
      return events({ type: "roomLocked", locked: command.locked });
    case "rotateCode":
      return events({ type: "codeRotated" });
    case "rotateStageLink":
      return events({ type: "stageLinkRotated" });
    case "begin": {
      const first = state.activities[0];
      if (state.status !== "lobby" || !first) return refuse("wrong-phase");
      if (!hasHelp) return refuse("no-help");
      const context = contextOf(first.template.key);
      const endsAt = command.endsAt ?? context.now + state.plan.minutes * MINUTE;
      const begun: SessionEvent = { type: "begun", at: context.now, endsAt, k: { ...state.k } };
      return { ...events(begun), next: () => start(state, first, contextOf) };
    }
    case "advance":
      return run ? advance(state, run, contextOf) : refuse("wrong-phase");
    case "goBack":
      return run ? goBack(run, contextOf(run.template.key)) : refuse("wrong-phase");
    case "skipActivity":
      return run
        ? (held(state, run, contextOf) ?? leave(state, run, contextOf, true))
        : refuse("wrong-phase");
    case "startClosing":
      return run ? startClosing(state, run, contextOf) : refuse("wrong-phase");
    case "reopen":
      return run ? reopen(state, run, contextOf) : refuse("wrong-phase");
    case "pauseClock":
    case "resumeClock":
    case "addMinutes":
      return run ? setClock(run, command, contextOf(run.template.key).now) : refuse("wrong-phase");
    case "setStage": {
      const { type: _, ...change } = command;
      return events({ type: "stageSet", ...state.stage, ...change });
    }
    case "turnPage":
      return events({ type: "stageSet", ...state.stage, page: command.page });
    case "showAid": {
      const { aid } = command;
      const isThere = run && aidsOf(state, run).some(({ name }) => name === aid);
      if (aid !== null && !isThere) return refuse("wrong-phase");
      return aid === state.aid ? events() : events({ type: "aidShown", aid });
    }
    case "writeNote":
      if (!runOf(state, command.activity)) return refuse("not-allowed");
      return {
        ...{ ok: true, events: [], sealed: [] },
        session: [{ op: "putNote", activity: command.activity, text: command.text }],
      };
    case "showHelp":
      return events({ type: "helpShown" });
    case "replyBlind":
      return replyBlind(state, command, inSight, sealed);
    case "acknowledgeTalk":
      return acknowledgeTalk(state, command, inSight, sealed);
    case "end": {
      const now = contextOf(run?.template.key ?? "").now;
      let decision: SessionDecision = events({ type: "sessionEnded", at: now });
      // The current activity, and a closing that was left again.
      for (const each of openRuns(state)) {
        const closed = close(state, each, contextOf(each.template.key), false);
        if (!closed.ok) return closed;
        decision = after(closed, decision);
      }
      return decision;
    }
  }
}

function advance(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
): SessionDecision {
  const { phases } = run.instance;
  const at = phases.findIndex(({ name }) => name === run.phase);
  // In a phase that an earlier release had, and this one has no more, there is nothing left to do.
  const next = at < 0 ? undefined : phases[at + 1];
  if (next === undefined) return leave(state, run, contextOf, false);
  return enter(state, run, next.name, contextOf(run.template.key));
}

/** Closes the current activity and starts the next. The last one is left by `end` only. */
function leave(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
  skipped: boolean,
): SessionDecision {
  const next = state.activities[state.activities.indexOf(run) + 1];
  if (!next) return refuse("wrong-phase");
  const closed = close(state, run, contextOf(run.template.key), skipped);
  if (!closed.ok) return closed;
  return { ...closed, next: () => start(state, next, contextOf) };
}

/**
 * The phase that comes before an activity can be left half-way, where its kind has one: whoever is in a role puts it
 * down first (docs/decisions/0077). Null for none.
 */
function held(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
): SessionDecision | null {
  const phase = run.phase === null ? null : run.instance.mustPass(run.phase);
  return phase === null ? null : enter(state, run, phase, contextOf(run.template.key));
}

/** Leaves any activity for the closing; what lies between stays ready. */
function startClosing(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
): SessionDecision {
  const closing = state.activities.find(isClosing);
  if (!closing || closing === run || !isAhead(closing)) return refuse("wrong-phase");
  const before = held(state, run, contextOf);
  if (before) return before;
  const closed = close(state, run, contextOf(run.template.key), false);
  if (!closed.ok) return closed;
  return { ...closed, next: () => start(state, closing, contextOf) };
}

/** Not held yet, or a closing that was left again. */
const isAhead = ({ status }: ActivityRun): boolean => status === "ready" || status === "open";

/** From the closing back to the first activity that was not held yet. The closing stays open. */
function reopen(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
): SessionDecision {
  const next = state.activities.find(({ status }) => status === "ready");
  if (!isClosing(run) || !next) return refuse("wrong-phase");
  return start(state, next, contextOf);
}

/** Begins an activity in its first phase, on the state that what went before has led to. */
function start(
  state: SessionState,
  run: ActivityRun,
  contextOf: (activity: string) => RuleContext,
): SessionStep {
  const { key } = run.template;
  const at = contextOf(key).now;
  return {
    ...events({ type: "activityStarted", activity: key, at }),
    // Only now are there rows of its own, so that a first phase can seal.
    next() {
      const entered = enter(state, run, run.instance.phases[0].name, contextOf(key));
      if (!entered.ok) throw new Error(`The activity ${key} refused to start`);
      return entered;
    },
  };
}

function enter(
  state: SessionState,
  run: ActivityRun,
  phase: string,
  context: RuleContext,
): SessionDecision {
  const decision = run.instance.enter({ phase, earlier: earlierOf(state), context });
  const entered = inSession(run.template.key, decision);
  const started: SessionEvent = {
    type: "phaseStarted",
    activity: run.template.key,
    phase,
    clock: clockFor(run, phase, context.now),
  };
  return after({ events: [started], sealed: [] }, entered);
}

function goBack(run: ActivityRun, context: RuleContext): SessionDecision {
  const { phases } = run.instance;
  const phase = run.phase ?? "";
  const before = phases[phases.findIndex(({ name }) => name === phase) - 1]?.name;
  if (before === undefined || !run.instance.canGoBack(phase)) return refuse("wrong-phase");
  return events({
    type: "phaseStarted",
    activity: run.template.key,
    phase: before,
    clock: clockFor(run, before, context.now),
  });
}

/**
 * Ends an activity: what is left sealed is destroyed with its key, and phones are told how many cards
 * went unshown (anonymity.md, rules 2 and 4). A skipped one counts no votes.
 */
function close(
  state: SessionState,
  run: ActivityRun,
  context: RuleContext,
  skipped: boolean,
): SessionDecision {
  const activity = run.template.key;
  const closed: SessionEvent = { type: "activityClosed", activity, at: context.now, skipped };
  const erase = { activity, writes: [{ op: "eraseActivity" as const }] };
  const batches = run.instance.batches();
  const left = { phases: run.instance.phases, phase: run.phase };
  const destroyed = accept<unknown>(batches ? destroyedCards(batches, left, context) : []);
  const counted =
    skipped || run.phase === null
      ? accept<unknown>()
      : run.instance.close({ phase: run.phase, earlier: earlierOf(state), context });
  const told = inSession(activity, destroyed);
  const kept = inSession(activity, counted);
  if (!told.ok) return told;
  if (!kept.ok) return kept;
  return {
    ok: true,
    events: [...kept.events, ...told.events, closed],
    sealed: [...kept.sealed, erase],
  };
}

function clockFor(run: ActivityRun, phase: string, now: number): PhaseClock | null {
  const { phaseMinutes, minutes } = run.template;
  const isFirst = run.instance.phases[0].name === phase;
  const planned = phaseMinutes ? phaseMinutes[phase] : isFirst ? minutes : undefined;
  return planned === undefined ? null : { endsAt: now + planned * MINUTE, remaining: null };
}

function setClock(
  run: ActivityRun,
  command: Extract<FacilitatorCommand, { type: "pauseClock" | "resumeClock" | "addMinutes" }>,
  now: number,
): SessionDecision {
  const { clock } = run;
  if (!clock) return refuse("wrong-phase");
  const set = (next: PhaseClock, addedMinutes = 0) =>
    events({ type: "clockSet", activity: run.template.key, clock: next, addedMinutes });
  switch (command.type) {
    case "pauseClock":
      if (clock.endsAt === null) return events();
      return set({ endsAt: null, remaining: clock.endsAt - now });
    case "resumeClock":
      if (clock.remaining === null) return events();
      return set({ endsAt: now + clock.remaining, remaining: null });
    case "addMinutes": {
      const added = command.minutes * MINUTE;
      return set(
        clock.endsAt === null
          ? { endsAt: null, remaining: (clock.remaining ?? 0) + added }
          : { endsAt: clock.endsAt + added, remaining: null },
        command.minutes,
      );
    }
  }
}

function events(...list: SessionEvent[]): SessionStep {
  return { ok: true, events: list, sealed: [] };
}

/** `first` and then what `second` decided; a refusal of the second refuses the whole. */
function after(
  first: { events: SessionEvent[]; sealed: { activity: string; writes: SealedWrite[] }[] },
  second: SessionDecision,
): SessionDecision {
  if (!second.ok) return second;
  return {
    ...second,
    events: [...first.events, ...second.events],
    sealed: [...first.sealed, ...second.sealed],
  };
}

function inSession(activity: string, decision: Decision<unknown>): SessionDecision {
  if (!decision.ok) return decision;
  const { reply, documents } = decision;
  return {
    ok: true,
    events: decision.events.map((event) => ({ type: "activity", activity, event })),
    sealed: decision.sealed.length > 0 ? [{ activity, writes: decision.sealed }] : [],
    ...(documents ? { documents: { activity, writes: documents } } : {}),
    ...(reply === undefined ? {} : { reply }),
  };
}
