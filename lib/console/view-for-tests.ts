import type { FacilitatorView } from "@/lib/session/facilitator-view";
import { initialState, runOf } from "@/lib/session/state";
import { type ViewContext, view } from "@/lib/session/view";
import { firstAidAfterANo } from "@/lib/workshops/first-aid-after-a-no";

const plain = initialState({
  ...firstAidAfterANo,
  templateId: firstAidAfterANo.id,
  address: "du",
  language: "de",
});
const nobody: ViewContext = {
  people: { joined: 0, away: 0, done: 0 },
  review: [],
  lateReady: null,
  notSettled: 0,
  sealed: { replies: new Map(), talkRequests: new Map(), notes: new Map() },
  entryKeys: { code: "7K3M9QTX", stageKey: "0".repeat(32) },
};

/** What a card allows where its author has ticked nothing. */
export const allowsNothing = { mayBeCase: false, mayBeQuoted: false, unfair: false, tagged: false };

/** The same plan with a vote on its themes. */
export const withDots = initialState({
  ...firstAidAfterANo,
  templateId: firstAidAfterANo.id,
  address: "du",
  language: "de",
  activities: firstAidAfterANo.activities.map((each) =>
    each.kind === "collect" ? { ...each, settings: { ...each.settings, dots: 3 } } : each,
  ),
});

/** The console's view of a real plan, moved to one phase by hand. */
export function at(
  key: string,
  phase: string,
  change: { record?: unknown; tooFew?: boolean; held?: number; released?: number } = {},
  state = plain,
): FacilitatorView {
  state.current = key;
  const run = runOf(state, key);
  if (run) run.phase = phase;
  const shown = view(state, "facilitator", nobody);
  const { people, code, stage, facilitator } = shown;
  if (!people || code === undefined || !stage || !facilitator)
    throw new Error("not a facilitator's view");
  const card = (held: boolean, index: number) => [
    `${held}${index}`,
    {
      id: `${held}${index}`,
      text: "…",
      attributes: {},
      notForStage: false,
      ...allowsNothing,
      batch: 0,
      held,
    },
  ];
  const review = Object.fromEntries([
    ...Array.from({ length: change.held ?? 0 }, (_, index) => card(true, index)),
    ...Array.from({ length: change.released ?? 0 }, (_, index) => card(false, index)),
  ]);
  return {
    ...shown,
    activity: shown.activity && {
      ...shown.activity,
      about: { ...shown.activity.about, tooFew: change.tooFew ?? false },
      record: change.record ?? shown.activity.record,
    },
    people,
    code,
    stage,
    facilitator,
    review,
    consents: {},
    replies: {},
  };
}
