import type { BoardSettings } from "@/lib/activities/board/schema";
import { cardPhases } from "@/lib/activities/card-phases";
import { type PhaseList, phase } from "@/lib/activities/phase";

const notes: PhaseList = [
  { ...cardPhases.write, name: "add" },
  cardPhases.review,
  phase("show", { takesLate: true }),
  phase("group", { takesLate: true, back: true }),
];

/** Everybody for themselves: nothing of it is handed in, so that going back undoes nothing. */
const ask = phase("ask", { back: true });

/** Notes, what the facilitator makes of them, and a question of one's own last where the plan has one. */
export const boardPhases = ({ ask: asked }: Pick<BoardSettings, "ask">): PhaseList =>
  asked ? [...notes, ask] : notes;
