import { screensOnStage } from "@/lib/activities/screens-on-stage";
import type { StagePictures } from "@/lib/session/stage-pictures";
import type { PlannedActivity } from "@/lib/session/view-schema";
import { cardsOnStage } from "@/lib/stage/cards-on-stage";
import type { StageGroup } from "@/lib/ui/stage/stage-groups";

/** A board as it lay in the end: what was planned, and its groups with the cards that may leave the room. */
export interface ShownBoard {
  planned: PlannedActivity;
  groups: readonly StageGroup[];
}

/**
 * The boards of a session, each once: as the last of its activity's pictures tells it. Cards and words are those of the
 * pictures, and so is what is left out of them (P321).
 */
export function shownBoards(views: StagePictures): ShownBoard[] {
  const boards = new Map<string, ShownBoard>();
  for (const { planned, activity, cards } of views) {
    if (!planned || !activity) continue;
    const stage = screensOnStage.find(({ kind }) => kind === planned.kind);
    const { phase, record } = activity;
    const groups = stage?.board({ planned, phase, record }, cardsOnStage(cards)) ?? [];
    if (groups.length > 0) boards.set(planned.key, { planned, groups });
  }
  return [...boards.values()];
}
