import { cardPhases, votePhases } from "@/lib/activities/card-phases";
import { type PhaseList, phase } from "@/lib/activities/phase";

const { review } = cardPhases;
const { vote, show } = votePhases;
const write = { ...cardPhases.write, back: true };

/** Where everybody has a case of their own. */
export const ownCasePhases: PhaseList = [phase("case"), write, review, vote, show];

/** Where the room works on cases that somebody chooses first. */
export const sharedCasePhases: PhaseList = [
  phase("choose", { next: "showCases" }),
  phase("case", { back: true }),
  ...[write, review, vote, show],
];
