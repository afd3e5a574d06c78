import { refuse } from "@/lib/activities/contract";
import type { ParticipantCommand } from "@/lib/session/commands";
import type { SessionDecision } from "@/lib/session/decision";
import type { SessionState } from "@/lib/session/state";

/**
 * Keeps what somebody answered at the beginning under their four words, for a later meeting. It goes to no log, names no
 * device and is shown to nobody; words that are kept already are written over, so that a repeat changes nothing.
 * `isKept`: whether the series still keeps anything.
 */
export function keepInSeries(
  state: SessionState,
  { words, scores }: Extract<ParticipantCommand, { type: "keepInSeries" }>,
  isKept: boolean,
): SessionDecision {
  if (state.plan.series === undefined) return refuse("not-allowed");
  if (state.status === "lobby") return refuse("wrong-phase");
  if (!isKept) return refuse("closed");
  const questions = new Set(state.activities.flatMap(({ instance }) => instance.keepsForSeries));
  if (Object.keys(scores).some((question) => !questions.has(question))) return refuse("bad-input");
  return {
    ...{ ok: true, events: [], sealed: [] },
    session: [{ op: "keepInSeries", words, scores }],
  };
}
