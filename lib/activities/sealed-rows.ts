import type {
  NamedIn,
  Sealed,
  SealedBallot,
  SealedCard,
  SealedWrite,
} from "@/lib/activities/contract";

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
  /** By slot, for those that were asked about. */
  tallies: Map<string, Tally>;
}

/** How often things stand in the ballots of a slot. */
interface Tally {
  of: NamedIn;
  counts: Map<string, number>;
}

/** Counts a ballot's content in, or out again. */
function count({ of, counts }: Tally, content: unknown, by: 1 | -1): void {
  for (const name of of(content)) counts.set(name, (counts.get(name) ?? 0) + by);
}

export const contributorKey = (batch: number, tag: string): string => `${batch}:${tag}`;
export const ballotKey = (slot: string, tag: string): string => `${slot}:${tag}`;

export const emptySealedMaps = (): SealedMaps => ({
  ...{ cards: new Map(), contributed: new Map(), shares: new Map() },
  ...{ ballots: new Map(), tallies: new Map() },
});

/** Read access; it sees what is changed later, too. */
export function sealedIn({ cards, contributed, shares, ballots, tallies }: SealedMaps): Sealed {
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
    tally(slot, of) {
      const known = tallies.get(slot);
      if (known?.of === of) return known.counts;
      const tally: Tally = { of, counts: new Map() };
      for (const ballot of ballots.values()) {
        if (ballot.slot === slot) count(tally, ballot.content, 1);
      }
      tallies.set(slot, tally);
      return tally.counts;
    },
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
    case "putBallot": {
      const { slot, tag, content } = write.ballot;
      const before = maps.ballots.get(ballotKey(slot, tag));
      const tally = maps.tallies.get(slot);
      if (tally && before) count(tally, before.content, -1);
      if (tally) count(tally, content, 1);
      maps.ballots.set(ballotKey(slot, tag), write.ballot);
      return;
    }
    case "eraseActivity": {
      const { cards, contributed, shares, ballots, tallies } = maps;
      for (const map of [cards, contributed, shares, ballots, tallies]) map.clear();
    }
  }
}
