import type { RevealedCard } from "@/lib/activities/card-schema";
import type { ActivityInstance, Earlier } from "@/lib/activities/contract";
import { kindOf } from "@/lib/activities/kinds";
import type { AidName } from "@/lib/session/aid-schema";
import type { Position } from "@/lib/session/commands";
import type { PhaseClock } from "@/lib/session/events";
import { placeIn } from "@/lib/session/place-in";
import type { SessionPlan } from "@/lib/session/plan";
import type { ActivityTemplate } from "@/lib/session/plan-template";
import type { Language } from "@/lib/words";

/** Contributors of scores and votes below which nothing is shown; fixed (activities.md, k). */
export const K_SCORES = 5;
/** Contributors of cards below which nothing is shown. */
export const K_CARDS = 5;
/** The same in small-group mode, which then says "not attributed" instead of "anonymous". */
export const K_CARDS_SMALL_GROUP = 3;

/** One activity of the live session. */
export interface ActivityRun {
  template: ActivityTemplate;
  instance: ActivityInstance;
  status: "ready" | "open" | "closed" | "skipped";
  /** Current phase; `closed` once over, null before the start. */
  phase: string | null;
  startedAt: number | null;
  closedAt: number | null;
  clock: PhaseClock | null;
  /** Minutes that facilitators added or took, for drift and for the summary's agenda. */
  addedMinutes: number;
  /** Hands that were counted, by question and answer; beside what phones gave and never in it. */
  hands: Map<string, Readonly<Record<string, number>>>;
}

/** The live session as its event log tells it. Changed in place by `evolve`, on the room's own copy. */
export interface SessionState {
  /** What the session was opened with; it never changes (P167). */
  readonly plan: SessionPlan;
  status: "lobby" | "running" | "closing" | "finished";
  smallGroup: boolean;
  /** Locked when the lobby closes (anonymity.md, rule 6); before that what would be locked. */
  k: { cards: number; scores: number };
  locked: boolean;
  /** People in the room without a phone: said beside every count of phones, part of none and of no threshold. */
  withoutPhone: number;
  openedAt: number;
  /** When the room was told that it begins, ms since 1970; null where it was not. */
  beginsAt: number | null;
  begunAt: number | null;
  /** The end that was promised to the room, ms since 1970. */
  endsAt: number | null;
  endedAt: number | null;
  /** In order, as they are now: rules, views and the summary go by these and not by the plan. */
  activities: ActivityRun[];
  /** Key of the current activity; null in the lobby. */
  current: string | null;
  /** Key of the activity that closed as the current one started; null where none did. */
  closedBefore: string | null;
  stage: { blank: boolean; bigCode: boolean; page: number; language: Language };
  /** What stands on stage and phones because nobody writes; null for nothing. Ends with the phase. */
  aid: AidName | null;
  /** The facilitators' private notes out of older logs, by activity key (P87). */
  notes: Map<string, string>;
  /** How often a blind reply was written; what it says and to whom is sealed. */
  repliesWritten: number;
  /** How often whom to call was shown to every phone. */
  helpShown: number;
}

/** The state before any event. */
export function initialState(plan: SessionPlan): SessionState {
  return {
    plan,
    status: "lobby",
    smallGroup: false,
    k: { cards: K_CARDS, scores: K_SCORES },
    locked: false,
    withoutPhone: 0,
    openedAt: 0,
    beginsAt: null,
    begunAt: null,
    endsAt: null,
    endedAt: null,
    activities: plan.activities.map((template) => ({
      template,
      instance: kindOf(template.kind).instantiate(
        template.settings,
        placeIn(template, plan.activities),
      ),
      status: "ready",
      phase: null,
      startedAt: null,
      closedAt: null,
      clock: null,
      addedMinutes: 0,
      hands: new Map(),
    })),
    current: null,
    closedBefore: null,
    stage: { blank: false, bigCode: false, page: 0, language: plan.language },
    aid: null,
    notes: new Map(),
    repliesWritten: 0,
    helpShown: 0,
  };
}

/** The current activity; undefined in the lobby. */
export function currentRun(state: SessionState): ActivityRun | undefined {
  return state.current === null ? undefined : runOf(state, state.current);
}

export function runOf(
  { activities }: Pick<SessionState, "activities">,
  activity: string,
): ActivityRun | undefined {
  return activities.find((run) => run.template.key === activity);
}

/** Whether this activity is the session's closing. */
export const isClosing = ({ instance }: ActivityRun): boolean => instance.isClosing;

/**
 * Activities that still take what participants send: the current one, and a closing that was left
 * again. It stays open, so that nothing that was answered there is lost before the end.
 */
export function openRuns(state: SessionState): ActivityRun[] {
  return state.activities.filter((run) => run.status === "open");
}

/** Where the session is now, as commands name it. */
export function positionOf(state: SessionState): Position {
  const run = currentRun(state);
  return { activity: run?.template.key ?? null, phase: run?.phase ?? null };
}

/** When the current phase goes on by itself, ms since 1970; null where it doesn't, or its clock is paused. */
export function goesOnAt(state: SessionState): number | null {
  const run = currentRun(state);
  if (run?.phase == null || run.status !== "open" || !run.instance.goesOn(run.phase)) return null;
  return run.clock?.endsAt ?? null;
}

/** Every revealed card of the session, with the activity it belongs to. */
export function* revealedCards(
  state: SessionState,
): Generator<{ run: ActivityRun; card: RevealedCard }> {
  for (const run of state.activities) {
    for (const card of run.instance.batches()?.cards.values() ?? []) yield { run, card };
  }
}

/** What an activity may know of the session so far. */
export function earlierOf(state: SessionState): Earlier {
  return {
    facts: (key) => runOf(state, key)?.instance.facts() ?? {},
    shownUnder(markHash) {
      for (const { card } of revealedCards(state)) if (card.markHash === markHash) return card;
      return undefined;
    },
  };
}
