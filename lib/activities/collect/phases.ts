import { cardPhases, votePhases } from "@/lib/activities/card-phases";
import { type PhaseList, phase } from "@/lib/activities/phase";

const { write, review } = cardPhases;
const reveal = phase("reveal", { takesLate: true });
const cluster = phase("cluster", { takesLate: true, back: true });

/** Without a vote on the themes. */
export const collectPhases: PhaseList = [write, review, reveal, cluster];

// One can go back from the vote, too: ballots stay sealed, and a dot on a theme that is no more does not count.
export const collectAndVotePhases: PhaseList = [
  ...collectPhases,
  { ...votePhases.vote, back: true },
  votePhases.show,
];
