import type { Sealed, SealedWrite } from "@/lib/activities/contract";
import { SEAT_SLOT } from "@/lib/channel";
import { type ChangedCard, gatheredAfter } from "@/lib/session/gathered-review";
import { currentRun } from "@/lib/session/state";
import { phaseOf, type Replica } from "@/server/rooms/replica";

/**
 * A room's copy holds the cards under review and the seats of its activity. What a batch changes in them is known as it is
 * written, so that they need not be read again with each batch: letting one of three hundred cards through would cost three
 * hundred (P213).
 */

/** What a batch has changed of it. */
export interface ShownChanges {
  /** The phase in which it began, as `phaseOf` names it. */
  place: string;
  /** Cards by their activity and edit hash. */
  cards: Map<string, ChangedCard & { activity: string }>;
  /** Activities in which a seat was given, changed or left. */
  seated: Set<string>;
  /** Whether an activity was closed. */
  erased: boolean;
}

/** A batch that has changed nothing yet. */
export const noChanges = (replica: Replica): ShownChanges => ({
  ...{ place: phaseOf(replica), cards: new Map(), seated: new Set(), erased: false },
});

/** Takes note of what is about to be applied to the rows of an activity. */
export function noteShown(
  changes: ShownChanges,
  { activity, write }: { activity: string; write: SealedWrite },
  rows: Sealed,
): void {
  switch (write.op) {
    case "putCard": {
      const { card } = write;
      const key = `${activity}/${card.editHash}`;
      const noted = changes.cards.get(key);
      const reviewIdBefore = noted
        ? noted.reviewIdBefore
        : (rows.card(card.editHash)?.reviewId ?? null);
      changes.cards.set(key, { activity, reviewIdBefore, card });
      return;
    }
    case "putBallot":
      if (write.ballot.slot === SEAT_SLOT) changes.seated.add(activity);
      return;
    case "eraseActivity":
      changes.erased = true;
      return;
    default:
  }
}

/** Of the copy's review and seats what is known without reading it; null: it has to be read. */
type Kept = { [Part in "review" | "seats"]: Replica[Part] | null };

export const nothingKept: Kept = { review: null, seats: null };

/**
 * What the copy's review and seats are after a batch, where nobody else has written since they were read. In another phase
 * than before, and after a close, they are read anew.
 */
export function keptAfter(replica: Replica, changes: ShownChanges): Kept {
  if (changes.erased || phaseOf(replica) !== changes.place) return nothingKept;
  const activity = currentRun(replica.state)?.template.key ?? "";
  const changed = [...changes.cards.values()].filter((each) => each.activity === activity);
  return {
    review: gatheredAfter(replica.review, changed),
    seats: changes.seated.has(activity) ? null : replica.seats,
  };
}
