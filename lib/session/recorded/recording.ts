import type { Audience } from "@/lib/channel";
import { evolve } from "@/lib/session/evolve";
import { initialState, type SessionState } from "@/lib/session/state";
import { readEvent, readPlan } from "@/lib/session/stored";
import { type ViewContext, view } from "@/lib/session/view";

/** What a release stored of one session. */
export interface Stored {
  plan: unknown;
  events: unknown[];
  /** As it would be kept when the raw data go; null where the session had not ended. */
  summary: unknown;
}

/** What a session looked like as a phase ended: what every later release has to show, too. */
export interface Seen {
  status: SessionState["status"];
  /** Which activity is where. */
  agenda: string[];
  k: { cards: number; scores: number };
  stage: unknown;
  note: string;
  /** The texts of the cards that each audience sees. */
  cards: Record<Audience, string[]>;
  /** By the text of the card. */
  consents: Record<string, unknown>;
}

const nothingBeside: ViewContext = {
  people: { joined: 0, away: 0, done: 0 },
  review: [],
  lateReady: null,
  notSettled: 0,
  sealed: { replies: new Map(), talkRequests: new Map(), notes: new Map() },
  entryKeys: { code: null, stageKey: "0".repeat(32) },
};

/** Events before which a phase ends. */
const PHASE_ENDS = ["phaseStarted", "activityClosed", "sessionEnded"];

/** What was seen of a session as each of its phases ended, and at last. */
export function seenIn(stored: Stored): Seen[] {
  const seen: Seen[] = [];
  const state = replay(stored, (before, type) => {
    if (PHASE_ENDS.includes(type)) seen.push(seenNow(before));
  });
  return [...seen, seenNow(state)];
}

/** The state that a stored session is in. */
export function replay(
  { plan, events }: Stored,
  before: (state: SessionState, type: string) => void = () => undefined,
): SessionState {
  const state = initialState(readPlan(plan));
  for (const stored of events) {
    const event = readEvent(stored, state);
    before(state, event.type);
    evolve(state, event);
  }
  return state;
}

function seenNow(state: SessionState): Seen {
  const cardsOf = (audience: Audience) =>
    Object.values(view(state, audience, nothingBeside).cards)
      .map(({ text }) => text)
      .sort();
  const shown = view(state, "facilitator", nothingBeside);
  const textOf = (id: string) => shown.cards[id]?.text ?? "";
  return {
    status: shown.session.status,
    agenda: (shown.facilitator?.agenda ?? []).map(
      ({ key, status, phase, addedMinutes }) => `${key}: ${status} ${phase} +${addedMinutes}`,
    ),
    k: shown.session.k,
    stage: shown.stage,
    note: shown.facilitator?.note ?? "",
    cards: {
      participant: cardsOf("participant"),
      stage: cardsOf("stage"),
      facilitator: cardsOf("facilitator"),
    },
    consents: Object.fromEntries(
      Object.entries(shown.consents ?? {}).map(([id, consents]) => [textOf(id), consents]),
    ),
  };
}
