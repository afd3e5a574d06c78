import { isReviewingLate } from "@/lib/activities/cards";
import type { KindView, NarrowView } from "@/lib/activities/contract";
import { type DocumentsRead, noDocuments } from "@/lib/activities/documents";
import type { Audience, NarrowChannel } from "@/lib/channel";
import { aidsOf, fictionalCase, shownAid } from "@/lib/session/aids";
import { marksById, openTalkRequests } from "@/lib/session/author-contact";
import type { SessionSealed } from "@/lib/session/decision";
import { type GatheredCard, marksInSight } from "@/lib/session/gathered-review";
import { handsShown } from "@/lib/session/hands";
import { keepsForSeries } from "@/lib/session/keep-in-series";
import { planWarnings } from "@/lib/session/plan-warnings";
import { presentOf } from "@/lib/session/present";
import {
  type ActivityRun,
  currentRun,
  earlierOf,
  revealedCards,
  runOf,
  type SessionState,
} from "@/lib/session/state";
import type {
  FacilitatorRecord,
  People,
  PhaseRecord,
  PlannedActivity,
  RoomRecord,
  SessionView,
} from "@/lib/session/view-schema";

/** The ways into a session; kept in its row, so that they can be exchanged and looked up. */
export interface EntryKeys {
  /** Null once it has ended. */
  code: string | null;
  stageKey: string;
}

const MINUTE = 60_000;

const nothing: Required<KindView> = {
  record: null,
  ofFacilitators: null,
  nextCount: null,
  cards: [],
  consents: new Map(),
  review: [],
};

/** What a view shows besides the session's state. */
export interface ViewContext {
  people: People;
  /** Sealed cards that were gathered for review, sorted by their random ids. */
  review: readonly GatheredCard[];
  /** The late batch that had enough contributors when it was last counted; null for none. */
  lateReady: LateBatch | null;
  /** How many said in the closing that they are not settled enough to leave yet. */
  notSettled: number;
  sealed: SessionSealed;
  entryKeys: EntryKeys;
  /** What people arrange or write together in an activity; left out: none has begun. */
  documentsOf?: (activity: string) => DocumentsRead;
}

/** A batch of late cards that waits. */
export interface LateBatch {
  activity: string;
  batch: number;
}

/** The late batch that could be taken into review now, if it is enough people's; null for none. */
export function waitingLateBatch(state: SessionState): LateBatch | null {
  const run = currentRun(state);
  const batch = run?.phase == null ? null : run.instance.lateBatch(run.phase);
  return run && batch !== null ? { activity: run.template.key, batch } : null;
}

/**
 * What an audience sees of the session: the only way out for anything (architecture.md, idea 4).
 * Pure.
 */
export function view(state: SessionState, audience: Audience, context: ViewContext): SessionView {
  const run = currentRun(state);
  const kindView =
    run?.phase != null
      ? run.instance.view({
          ...{ phase: run.phase, audience },
          review: context.review.map(({ card }) => card),
          earlier: earlierOf(state),
          documents: context.documentsOf?.(run.template.key) ?? noDocuments,
        })
      : nothing;
  const shown: SessionView = {
    session: {
      status: state.status,
      title: state.plan.title,
      address: state.plan.address,
      language: state.plan.language,
      smallGroup: state.smallGroup,
      k: state.k,
      beginsAt: state.beginsAt,
      endsAt: state.endsAt,
      ...destroyedOf(state),
      helpShown: state.helpShown,
      ...(state.plan.rehearsal ? { rehearsal: state.plan.rehearsal } : {}),
      ...(keepsForSeries(state) ? { keepsForSeries: true } : {}),
      withoutPhone: state.withoutPhone,
    },
    news: newsCount(state),
    planned: run ? plannedOf(state, run) : null,
    activity:
      run?.phase != null
        ? {
            ...{ phase: run.phase, about: phaseOf(run), clock: run.clock },
            ...minutesOf(run, run.phase),
            record: kindView.record,
          }
        : null,
    cards: Object.fromEntries([...kindView.cards].map((card) => [card.id, card])),
  };
  const aid = run && shownAid(state, run);
  if (aid) shown.aid = aid;
  const hands = run ? handsShown(state, run, audience === "facilitator") : [];
  if (hands.length > 0) shown.hands = hands;
  if (audience === "participant") {
    const room = roomOf(state, shown, context.people);
    return room === null ? shown : { ...shown, room };
  }
  shown.people = context.people;
  shown.code = context.entryKeys.code;
  shown.stage = state.stage;
  if (audience === "stage") return shown;
  const marks = marksById(state, marksInSight(context.review));
  return {
    ...shown,
    facilitator: {
      ...facilitatorOf(state, run, context),
      ofKind: kindView.ofFacilitators,
      nextCount: kindView.nextCount,
      late: lateOf(state, context.lateReady),
      talk: talkOf(state, marks, context),
      stageKey: context.entryKeys.stageKey,
    },
    replies: repliesOf(marks, context.sealed),
    review: Object.fromEntries(kindView.review.map((card) => [card.id, card])),
    consents: Object.fromEntries(kindView.consents),
  };
}

/**
 * What seats and groups see beside what participants do: the only way out to fewer than an audience. `seats`
 * are those of the current activity.
 */
export function narrowViews(
  state: SessionState,
  seats: ReadonlyMap<string, unknown>,
): ReadonlyMap<NarrowChannel, NarrowView> {
  const run = currentRun(state);
  if (run?.phase == null || run.status !== "open") return new Map();
  const input = { phase: run.phase, earlier: earlierOf(state), seats };
  return run.instance.channels?.(input) ?? new Map();
}

/** Of the counts phones get what the stage says of them: who is there, and what a phase waits for (P142). */
function roomOf(
  { status }: SessionState,
  { activity }: Pick<SessionView, "activity">,
  people: People,
): RoomRecord | null {
  if (status === "finished") return null;
  const isAsked = activity !== null && activity.about.takes !== null;
  return isAsked
    ? { there: presentOf(people), done: people.done }
    : { there: people.joined, done: 0 };
}

/** Each reveal and each reply may concern somebody's card; which ones is nobody's to see. */
function newsCount(state: SessionState): number {
  const batches = state.activities.map(({ instance }) => instance.batches());
  return batches.reduce((sum, each) => sum + (each?.cards.size ?? 0), state.repliesWritten);
}

/** Told once, as long as the activity after the one that closed is in its first phase (P74). */
function destroyedOf(state: SessionState): { tooLate: number; unshown: number | null } {
  const run = currentRun(state);
  const isFirstPhase = run?.phase === run?.instance.phases[0].name;
  const before = state.closedBefore === null ? undefined : runOf(state, state.closedBefore);
  const closed = isFirstPhase ? before : run;
  const batches = closed?.instance.batches();
  // Logs from before P103 count fewer.
  const fromK = (count: number) => (count < state.k.cards ? 0 : count);
  const unshown = batches?.unshown ?? null;
  return { tooLate: fromK(batches?.late ?? 0), unshown: unshown === null ? null : fromK(unshown) };
}

function lateOf(state: SessionState, ready: LateBatch | null): FacilitatorRecord["late"] {
  const run = currentRun(state);
  const waiting = waitingLateBatch(state);
  if (waiting) {
    const isReady = ready?.activity === waiting.activity && ready.batch === waiting.batch;
    return isReady ? "ready" : "waiting";
  }
  const batches = run?.phase !== "closed" ? run?.instance.batches() : null;
  return batches && isReviewingLate(batches) ? "review" : null;
}

function talkOf(
  state: SessionState,
  marks: ReadonlyMap<string, string>,
  { sealed, review }: ViewContext,
): FacilitatorRecord["talk"] {
  const { fromCards, others } = openTalkRequests(marks, sealed);
  const texts = new Map(review.map(({ card }) => [card.id, card.text]));
  for (const { card } of revealedCards(state)) texts.set(card.id, card.text);
  const ids = [...fromCards.keys()].sort();
  return { count: others.length, cards: ids.map((id) => ({ id, text: texts.get(id) ?? "" })) };
}

function repliesOf(marks: ReadonlyMap<string, string>, { replies }: SessionSealed) {
  const byId: Record<string, string> = {};
  for (const [id, markHash] of marks) {
    const reply = replies.get(markHash);
    if (reply !== undefined) byId[id] = reply;
  }
  return byId;
}

function facilitatorOf(
  state: SessionState,
  run: ActivityRun | undefined,
  { notSettled, sealed }: ViewContext,
): Omit<FacilitatorRecord, "late" | "talk" | "stageKey" | "ofKind" | "nextCount"> {
  const early = planWarnings({
    activities: state.activities.map(({ template }) => template),
    metBefore: state.plan.metBefore,
  });
  return {
    script: run?.template.script ?? null,
    evidence: run?.template.evidence ?? null,
    agenda: state.activities.map((each) => ({
      after: early.find(({ activity }) => activity === each.template.key)?.after ?? null,
      key: each.template.key,
      title: each.template.title,
      kind: each.template.kind,
      minutes: each.template.minutes,
      // A closing that was left again is ahead once more.
      ...(each.status === "open" && each !== run
        ? { status: "ready" as const, phase: null }
        : { status: each.status, phase: each.phase }),
      phases: each.instance.phases.map(({ name }) => ({
        name,
        minutes: each.template.phaseMinutes?.[name] ?? null,
      })),
      startedAt: each.startedAt,
      closedAt: each.closedAt,
      addedMinutes: each.addedMinutes,
    })),
    buffer: state.plan.buffer ?? 0,
    locked: state.locked,
    begunAt: state.begunAt,
    canGoBack:
      run?.phase != null &&
      run.instance.phases.findIndex(({ name }) => name === run.phase) > 0 &&
      run.instance.canGoBack(run.phase),
    aids: aidsFor(state, run),
    note: run ? (noteOf(state, sealed, run.template.key) ?? "") : "",
    notSettled,
  };
}

const noteOf = (state: SessionState, { notes }: SessionSealed, activity: string) =>
  notes.get(activity) ?? state.notes.get(activity);

function aidsFor(state: SessionState, run: ActivityRun | undefined): FacilitatorRecord["aids"] {
  if (!run || run.phase === null) return { names: [], half: 0 };
  const { phaseMinutes, minutes } = run.template;
  const planned = phaseMinutes?.[run.phase] ?? minutes;
  return {
    names: aidsOf(state, run).map(({ name }) => name),
    half: Math.round((planned * MINUTE) / 2),
  };
}

function plannedOf(state: SessionState, { template }: ActivityRun): PlannedActivity {
  const { key, kind, title, prompt, hint, contentNote, optOut } = template;
  const { privateLines, script, settings } = template;
  return {
    ...{ key, kind, title, prompt, hint, contentNote, privateLines },
    optOut: optOut && { task: optOut, fictional: fictionalCase(state, key) },
    talkInstead: script.talkInstead,
    settings,
  };
}

function minutesOf({ template }: ActivityRun, phase: string): { minutes?: number } {
  const minutes = template.phaseMinutes?.[phase];
  return minutes === undefined ? {} : { minutes };
}

/** The phase that an activity is in; one that an earlier release had, and this one has no more, does nothing. */
function phaseOf({ instance, phase }: ActivityRun): PhaseRecord {
  const { phases } = instance;
  const at = phases.findIndex(({ name }) => name === phase);
  const work = phases.findIndex(({ isWork }) => isWork);
  const {
    takes = null,
    next = "goOn",
    destroys = "nothing",
    debrief = false,
    takesLate = false,
    isResult = false,
  } = phases[at] ?? {};
  const isPast = at < 0 || at > work;
  const batches = instance.batches();
  // In an activity that has cards only in some of its modes, and in this one none (P230).
  const hasNone = batches === null;
  return {
    ...{ debrief, takesLate, isResult },
    takes: hasNone && takes === "cards" ? null : takes,
    next: hasNone && next === "reveal" ? "goOn" : next,
    destroys: hasNone && destroys === "seal" ? "nothing" : destroys,
    work: isPast ? "past" : at === work ? "now" : "before",
    tooFew: batches?.enough === false,
  };
}
