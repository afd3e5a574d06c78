import { refuse } from "@/lib/activities/contract";
import type { SeriesWords } from "@/lib/series/series-words";
import type { ParticipantCommand } from "@/lib/session/commands";
import type { SessionDecision } from "@/lib/session/decision";
import type { SessionState } from "@/lib/session/state";

/** Whether phones of this session can keep anything for a later meeting. A rehearsal is in no series. */
export const keepsForSeries = ({ plan, activities }: SessionState): boolean =>
  plan.series !== undefined &&
  plan.rehearsal === undefined &&
  activities.some(({ instance }) => instance.keepsForSeries.length > 0);

/**
 * Keeps what somebody answered at the beginning under their four words, for a later meeting. It goes to no log, names no
 * device and is shown to nobody; words that are kept already are written over, so that a repeat changes nothing.
 * `mayKeep`: whether the series still takes anything under these words.
 */
export function keepInSeries(
  state: SessionState,
  { words, scores }: Extract<ParticipantCommand, { type: "keepInSeries" }>,
  mayKeep: (words: SeriesWords) => boolean,
): SessionDecision {
  if (!keepsForSeries(state)) return refuse("not-allowed");
  if (state.status === "lobby") return refuse("wrong-phase");
  const questions = new Set(state.activities.flatMap(({ instance }) => instance.keepsForSeries));
  if (Object.keys(scores).some((question) => !questions.has(question))) return refuse("bad-input");
  if (!mayKeep(words)) return refuse("closed");
  return {
    ...{ ok: true, events: [], sealed: [] },
    session: [{ op: "keepInSeries", words, scores }],
  };
}
