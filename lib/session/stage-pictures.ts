import { eachText } from "@/lib/each-text";
import type { SessionEvent } from "@/lib/session/events";
import { evolve } from "@/lib/session/evolve";
import { facilitatorView } from "@/lib/session/facilitator-view";
import type { SessionPlan } from "@/lib/session/plan";
import { initialState } from "@/lib/session/state";
import { type ViewContext, view } from "@/lib/session/view";
import type { SessionView } from "@/lib/session/view-schema";
import { STRUCK, type Strike, strikerOf } from "@/lib/summary/review";

/** What an ended session's stage has beside its log: nobody can join it any more. */
const afterwards = (joined: number): ViewContext => ({
  people: { joined, away: 0, done: 0 },
  review: [],
  lateReady: null,
  notSettled: 0,
  sealed: { replies: new Map(), talkRequests: new Map(), notes: new Map() },
  entryKeys: { code: null, stageKey: "" },
});

/** What the stage showed, picture by picture. */
export type StagePictures = readonly SessionView[];

/** Events before which the room looked at something for the last time. */
const TURNS: ReadonlySet<SessionEvent["type"]> = new Set([
  "phaseStarted",
  "activityClosed",
  "sessionEnded",
]);

/**
 * The stage's pictures of an ended session, in their order: what showed something that the room had made, as it stood
 * when the room went on. It is a way out as every file is (P321): the words of a card whose author has not allowed it to be
 * quoted are left out, wherever they stood, and so is what the facilitator struck. `read` gives the log event by event,
 * each as this release reads it in the state that it applies to.
 */
export function stagePictures(
  plan: SessionPlan,
  log: readonly unknown[],
  {
    read,
    struck,
    joined,
  }: {
    read(stored: unknown, state: ReturnType<typeof initialState>): SessionEvent;
    struck: readonly string[];
    /** How many were there; 0 for too few to tell. */
    joined: number;
  },
): StagePictures {
  const state = initialState(plan);
  const context = afterwards(joined);
  const pictures: SessionView[] = [];
  const withheld = new Set<string>();
  const quotable = new Set<string>();
  for (const stored of log) {
    const event = read(stored, state);
    if (TURNS.has(event.type)) {
      const shown = view(state, "stage", context);
      const told = facilitatorView(view(state, "facilitator", context));
      for (const { id, text } of Object.values(shown.cards)) {
        const may = told?.consents[id]?.mayBeQuoted === true;
        (may ? quotable : withheld).add(text);
      }
      // A phase that added nothing showed the picture before.
      if (isPicture(shown) && contentOf(shown) !== contentOf(pictures.at(-1))) pictures.push(shown);
    }
    evolve(state, event);
  }
  // Two people may have written the same, and one of them has allowed it.
  for (const text of quotable) withheld.delete(text);
  const strike = strikerOf(struck);
  return pictures.map((each) => handedOn(each, { withheld, strike }));
}

/** Whether the room had made something of what it showed, and was not asked for something else meanwhile. */
const isPicture = ({ activity, cards, stage }: SessionView): boolean =>
  activity !== null &&
  stage?.blank !== true &&
  (activity.about.isResult || (activity.about.takes === null && Object.keys(cards).length > 0));

/** What of a picture the room had made. */
const contentOf = (shown: SessionView | undefined): string =>
  JSON.stringify([shown?.planned?.key, shown?.activity?.record, shown?.cards]);

/** The picture without words that may not leave the room. */
function handedOn(
  shown: SessionView,
  { withheld, strike }: { withheld: ReadonlySet<string>; strike: Strike },
): SessionView {
  const cards = Object.entries(shown.cards)
    .filter(([, { text }]) => !withheld.has(text))
    .map(([id, card]) => [id, { ...card, text: strike(card.text) }] as const)
    .filter(([, { text }]) => text.trim() !== STRUCK);
  const without = (text: string): string => (withheld.has(text) ? STRUCK : strike(text));
  const { activity, hands, stage } = shown;
  return {
    ...shown,
    cards: Object.fromEntries(cards),
    // Its clock has run out long ago.
    activity: activity && {
      ...{ ...activity, clock: null },
      record: eachText(activity.record, without),
    },
    ...(hands ? { hands: eachText(hands, without) } : {}),
    // Each of its pages is a picture.
    ...(stage ? { stage: { ...stage, page: 0, bigCode: false } } : {}),
  };
}
