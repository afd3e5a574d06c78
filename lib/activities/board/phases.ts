import type { BoardSettings } from "@/lib/activities/board/schema";
import { cardPhases, votePhases } from "@/lib/activities/card-phases";
import { type Phase, type PhaseList, phase } from "@/lib/activities/phase";

const notes: PhaseList = [
  { ...cardPhases.write, name: "add" },
  cardPhases.review,
  phase("show", { takesLate: true }),
  phase("group", { takesLate: true, back: true }),
];

/** As in `collect`; the result has another name, since notes are shown in `show`. One goes on with the groups in it. */
const vote: readonly Phase[] = [
  { ...votePhases.vote, back: true },
  { ...votePhases.show, name: "weighed" },
];

/** Everybody for themselves: nothing of it is handed in, so that going back undoes nothing. */
const ask = phase("ask", { back: true });

/** Notes, what the facilitator makes of them, a vote on them and a question of one's own last where the plan has them. */
export const boardPhases = ({
  ask: asked,
  dots,
}: Pick<BoardSettings, "ask" | "dots">): PhaseList => [
  ...notes,
  ...(dots > 0 ? vote : []),
  ...(asked ? [ask] : []),
];
