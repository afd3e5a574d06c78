import { cardPhases, votePhases } from "@/lib/activities/card-phases";
import type { CollectSettings } from "@/lib/activities/collect/schema";
import { type Phase, type PhaseList, phase } from "@/lib/activities/phase";

const { write, review } = cardPhases;
const reveal = phase("reveal", { takesLate: true });
const cluster = phase("cluster", { takesLate: true, back: true });
const cards: PhaseList = [write, review, reveal, cluster];

// One can go back from the vote, too: ballots stay sealed, and a dot on a theme that is no more does not count.
const vote: readonly Phase[] = [{ ...votePhases.vote, back: true }, votePhases.show];

/** Everybody for themselves: nothing of it is handed in, so that going back undoes nothing. */
const ask = phase("ask", { back: true });

/** A case first, a vote on the themes and a question of one's own at the end, where the plan has them. */
export function collectPhases({
  caseFirst,
  dots,
  ask: asked,
}: Pick<CollectSettings, "caseFirst" | "dots" | "ask">): PhaseList {
  const written: PhaseList = caseFirst
    ? [phase("case"), { ...write, back: true }, ...cards.slice(1)]
    : cards;
  return [...written, ...(dots > 0 ? vote : []), ...(asked ? [ask] : [])];
}
