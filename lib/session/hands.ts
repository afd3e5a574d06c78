import { refuse } from "@/lib/activities/contract";
import type { FacilitatorCommand } from "@/lib/session/commands";
import type { SessionDecision } from "@/lib/session/decision";
import { type ActivityRun, currentRun, earlierOf, type SessionState } from "@/lib/session/state";
import type { HandsRecord } from "@/lib/session/view-schema";

/**
 * A show of hands: what people without a phone answer where everybody sees it. It stands beside what phones gave and is
 * never added to it: a sum would give away the phones' part to whoever saw the hands
 * (docs/decisions/0071-people-without-a-phone.md).
 */

/** Whether phones are asked here what hands can answer too, and whether what came of it is shown. */
function placeOf({ instance, phase }: ActivityRun): { isAsked: boolean; isShown: boolean } {
  const here = instance.phases.find(({ name }) => name === phase);
  const isAsked = here?.takes === "answers" || here?.takes === "votes";
  return { isAsked, isShown: here?.isResult ?? false };
}

/** Takes what was counted, while it is asked or shown. */
export function countHands(
  state: SessionState,
  { activity, question, counts }: Extract<FacilitatorCommand, { type: "countHands" }>,
): SessionDecision {
  const run = currentRun(state);
  if (run?.template.key !== activity) return refuse("wrong-phase");
  const { isAsked, isShown } = placeOf(run);
  if (!isAsked && !isShown) return refuse("wrong-phase");
  const asked = run.instance.hands(earlierOf(state)).find(({ key }) => key === question);
  const known = new Set(asked?.options.map(({ key }) => key));
  if (!asked || Object.keys(counts).some((key) => !known.has(key))) return refuse("not-allowed");
  return {
    ok: true,
    events: [{ type: "handsCounted", activity, question, counts }],
    sealed: [],
  };
}

/** What there is to count, for facilitators; for everybody else what was counted, once results are shown. */
export function handsShown(
  state: SessionState,
  run: ActivityRun,
  isFacilitator: boolean,
): HandsRecord {
  const { isAsked, isShown } = placeOf(run);
  if (!isShown && !(isAsked && isFacilitator)) return [];
  return run.instance.hands(earlierOf(state)).flatMap(({ key, prompt, options }) => {
    const counts = run.hands.get(key) ?? {};
    const all = options.map((option) => ({
      ...{ key: option.key, label: option.label },
      count: counts[option.key] ?? 0,
    }));
    const shown = isFacilitator ? all : all.filter(({ count }) => count > 0);
    return shown.length > 0 ? [{ key, prompt, options: shown }] : [];
  });
}
