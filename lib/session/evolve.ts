import type { SessionEvent } from "@/lib/session/events";
import {
  currentRun,
  isClosing,
  K_CARDS,
  K_CARDS_SMALL_GROUP,
  openRuns,
  runOf,
  type SessionState,
} from "@/lib/session/state";

/**
 * Applies one event of the log to the state, in place. Deterministic and without I/O: the same log
 * gives the same state on every node and after every restart.
 */
export function evolve(state: SessionState, event: SessionEvent): void {
  switch (event.type) {
    case "sessionOpened":
      state.openedAt = event.at;
      return;
    case "beginPlanned":
      state.beginsAt = event.at;
      return;
    case "smallGroupChosen":
      state.smallGroup = event.on;
      state.k.cards = event.on ? K_CARDS_SMALL_GROUP : K_CARDS;
      return;
    case "withoutPhoneCounted":
      state.withoutPhone = event.count;
      return;
    case "roomLocked":
      state.locked = event.locked;
      return;
    case "codeRotated":
    case "stageLinkRotated":
      // The ways in are beside the state, in the session's row.
      return;
    case "begun":
      state.status = "running";
      state.begunAt = event.at;
      state.endsAt = event.endsAt;
      state.k = event.k;
      return;
    case "stageSet": {
      const { type: _, ...stage } = event;
      state.stage = stage;
      return;
    }
    case "aidShown":
      state.aid = event.aid;
      return;
    case "noteWritten":
      state.notes.set(event.activity, event.text);
      return;
    case "blindReplyWritten":
      state.repliesWritten += 1;
      return;
    case "helpShown":
      state.helpShown += 1;
      return;
    case "sessionEnded":
      state.status = "finished";
      state.endedAt = event.at;
      return;
    case "activityStarted":
    case "phaseStarted":
    case "clockSet":
    case "activityClosed":
    case "handsCounted":
    case "activity":
      evolveActivity(state, event);
  }
}

function evolveActivity(
  state: SessionState,
  event: Extract<SessionEvent, { activity: string }>,
): void {
  const run = runOf(state, event.activity);
  if (!run) throw new Error("The log names an activity that the session does not have");
  switch (event.type) {
    case "activityStarted":
      // Only a closing is still open now: it was left again, and starts anew later.
      for (const left of openRuns(state)) {
        left.startedAt = null;
        left.clock = null;
      }
      // A closing that was left again did not close.
      state.closedBefore = currentRun(state)?.status === "open" ? null : state.current;
      state.current = event.activity;
      run.status = "open";
      run.startedAt = event.at;
      state.status = isClosing(run) ? "closing" : "running";
      return;
    case "phaseStarted":
      run.phase = event.phase;
      state.aid = null;
      // Null keeps the clock that is running: the plan gave the activity minutes, not its phases.
      if (event.clock) run.clock = event.clock;
      state.stage = { ...state.stage, page: 0 };
      return;
    case "clockSet":
      run.clock = event.clock;
      run.addedMinutes += event.addedMinutes;
      return;
    case "handsCounted":
      run.hands.set(event.question, event.counts);
      return;
    case "activityClosed":
      run.status = event.skipped ? "skipped" : "closed";
      run.phase = "closed";
      run.closedAt = event.at;
      run.clock = null;
      return;
    case "activity":
      run.instance.evolve(inFixedOrder(event.event));
  }
}

/**
 * Postgres returns the keys of an object in an order of its own. Put into one order, an event that was
 * just decided and the same event out of the log make the same bytes on every screen.
 */
function inFixedOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inFixedOrder);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, entry]) => [key, inFixedOrder(entry)]),
  );
}
