import type { Audience, KindView } from "@/lib/activities/kit";
import { type ActivityRun, currentRun, earlierOf, type SessionState } from "@/lib/session/state";
import type {
  FacilitatorRecord,
  People,
  PlannedActivity,
  ReviewRecord,
  SessionView,
} from "@/lib/session/view-schema";

/** The ways into a session; kept in its row, so that they can be exchanged and looked up. */
export interface Door {
  /** Null once it has ended. */
  code: string | null;
  stageKey: string;
}

/** What a view shows besides the session's state. */
export interface BesideTheState {
  people: People;
  /** The sealed cards of the batch under review, sorted by their random ids. */
  review: readonly ReviewRecord[];
  /** How many said in the closing that they are not settled enough to leave yet. */
  notSettled: number;
  door: Door;
}

const nothing: KindView = { record: null, cards: [], consents: new Map(), review: [] };

/**
 * What an audience sees of the session: the only way out for anything (architecture.md, idea 2).
 * Pure.
 */
export function view(
  state: SessionState,
  audience: Audience,
  { people, review, notSettled, door }: BesideTheState,
): SessionView {
  const run = currentRun(state);
  const kindView = run?.phase != null ? run.instance.view(run.phase, audience, review) : nothing;
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
    },
    planned: run ? plannedOf(run) : null,
    activity:
      run?.phase != null ? { phase: run.phase, clock: run.clock, record: kindView.record } : null,
    cards: Object.fromEntries([...kindView.cards].map((card) => [card.id, card])),
  };
  if (audience === "participant") return shown;
  shown.people = people;
  shown.code = door.code;
  shown.stage = state.stage;
  if (audience === "stage") return shown;
  return {
    ...shown,
    facilitator: { ...facilitatorOf(state, run, notSettled), stageKey: door.stageKey },
    review: Object.fromEntries(kindView.review.map((card) => [card.id, card])),
    consents: Object.fromEntries(kindView.consents),
  };
}

function facilitatorOf(
  state: SessionState,
  run: ActivityRun | undefined,
  notSettled: number,
): Omit<FacilitatorRecord, "stageKey"> {
  return {
    script: run?.template.script ?? null,
    agenda: state.activities.map((each) => ({
      key: each.template.key,
      title: each.template.title,
      kind: each.template.kind,
      minutes: each.template.minutes,
      // A closing that was left again is ahead once more.
      ...(each.status === "open" && each !== run
        ? { status: "ready" as const, phase: null }
        : { status: each.status, phase: each.phase }),
      phases: [...each.instance.phases],
      startedAt: each.startedAt,
      closedAt: each.closedAt,
      addedMinutes: each.addedMinutes,
    })),
    locked: state.locked,
    begunAt: state.begunAt,
    canGoBack:
      run?.phase != null &&
      run.instance.phases.indexOf(run.phase) > 0 &&
      run.instance.canGoBack(run.phase),
    note: run ? (state.notes.get(run.template.key) ?? "") : "",
    offeredCases: offeredCases(state, run),
    notSettled,
  };
}

function offeredCases(state: SessionState, run: ActivityRun | undefined) {
  if (run?.template.kind !== "reframe" || run.phase !== "case") return [];
  const { source } = run.template.settings;
  if (source.from !== "collect") return [];
  return earlierOf(state)
    .consentedCards(source.activity)
    .map(({ id, text }) => ({ id, text }));
}

function plannedOf({ template }: ActivityRun): PlannedActivity {
  const { key, title, prompt, hint } = template;
  const shared = { key, title, prompt, hint };
  switch (template.kind) {
    case "pause":
      return { ...shared, kind: "pause", settings: template.settings };
    case "collect":
      return { ...shared, kind: "collect", settings: template.settings };
    case "scale":
      return { ...shared, kind: "scale", settings: template.settings };
    case "reframe":
      return { ...shared, kind: "reframe", settings: template.settings };
    case "commit":
      return { ...shared, kind: "commit", settings: template.settings };
  }
}
