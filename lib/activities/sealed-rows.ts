import type { Sealed, SealedBallot, SealedCard, SealedWrite } from "@/lib/activities/contract";

/** The sealed rows of one activity, or those of them that were read, each under what it is found by. */
export interface SealedMaps {
  /** By edit hash. */
  cards: Map<string, SealedCard>;
  /** Counts of cards by batch and tag. */
  contributed: Map<string, number>;
  /** The same, of one group of cards. */
  shares: Map<string, number>;
  /** By slot and tag. */
  ballots: Map<string, SealedBallot>;
}

export const contributorKey = (batch: number, tag: string): string => `${batch}:${tag}`;
export const ballotKey = (slot: string, tag: string): string => `${slot}:${tag}`;

export const emptySealedMaps = (): SealedMaps => ({
  ...{ cards: new Map(), contributed: new Map(), shares: new Map(), ballots: new Map() },
});

/** Read access; it sees what is changed later, too. */
export function sealedIn({ cards, contributed, shares, ballots }: SealedMaps): Sealed {
  return {
    card: (editHash) => cards.get(editHash),
    cardOfMark: (markHash) => [...cards.values()].find((card) => card.markHash === markHash),
    cards: (batch) => [...cards.values()].filter((card) => card.batch === batch),
    contributed: (batch, tag) => contributed.get(contributorKey(batch, tag)) ?? 0,
    share: (batch, tag) => shares.get(contributorKey(batch, tag)) ?? 0,
    contributors: (batch) =>
      [...contributed].filter(([key, count]) => count > 0 && key.startsWith(`${batch}:`)).length,
    ballot: (slot, tag) => ballots.get(ballotKey(slot, tag)),
    ballots: () => [...ballots.values()],
  };
}

/** Carries one change out, in place. */
export function applySealedWrite(maps: SealedMaps, write: SealedWrite): void {
  switch (write.op) {
    case "putCard":
      maps.cards.set(write.card.editHash, write.card);
      return;
    case "setContributed":
      maps.contributed.set(contributorKey(write.batch, write.tag), write.count);
      return;
    case "setShare":
      maps.shares.set(contributorKey(write.batch, write.tag), write.count);
      return;
    case "putBallot":
      maps.ballots.set(ballotKey(write.ballot.slot, write.ballot.tag), write.ballot);
      return;
    case "eraseActivity":
      for (const map of [maps.cards, maps.contributed, maps.shares, maps.ballots]) map.clear();
  }
}
