import { underReview } from "@/lib/activities/cards";
import type { SealedCard } from "@/lib/activities/contract";
import type { ReviewRecord } from "@/lib/session/view-schema";

/** A card under review as facilitators see it, with the mark that is in no view. */
export interface GatheredCard {
  card: ReviewRecord;
  markHash: string;
}

/** What is stored of the cards that were gathered for review and have not been shown. */
export interface StoredReview {
  cards: GatheredCard[];
  /** Those that were withdrawn since, by review id. Their words are gone, what was pressed isn't. */
  withdrawn: Map<string, Pick<ReviewRecord, "held" | "tagged">>;
}

export const nothingGathered = (): StoredReview => ({ cards: [], withdrawn: new Map() });

/** Of an activity's sealed cards those that were gathered for review, sorted by their random ids. */
export function gatheredOf(sealed: Iterable<SealedCard>): StoredReview {
  const review = nothingGathered();
  for (const each of sealed) {
    const { content, reviewId, markHash, held, tagged } = each;
    if (reviewId === null || markHash === null) continue;
    const card = underReview(each);
    if (card) review.cards.push({ card, markHash });
    else if (content === null) review.withdrawn.set(reviewId, { held, tagged });
  }
  review.cards.sort(byReviewId);
  return review;
}

const byReviewId = (a: GatheredCard, b: GatheredCard): number => (a.card.id < b.card.id ? -1 : 1);

/**
 * What facilitators see under review, kept as it was gathered. A card that is withdrawn stays in
 * sight until the next phase, and is held, tagged and let go like any other: were it to go at once, or to
 * answer otherwise, whoever is tapping at that moment would be its author (anonymity.md, rule 2;
 * docs/decisions/0018-review-as-gathered.md).
 */
export interface GatheredReview {
  /** The records to show. `place` names activity and phase; another place begins anew. */
  show(place: string, stored: StoredReview): readonly GatheredCard[];
}

export function createGatheredReview(): GatheredReview {
  let shownAt = "";
  let shown: readonly GatheredCard[] = [];
  return {
    show(place, { cards, withdrawn }) {
      const before = place === shownAt ? shown : [];
      const still = before.flatMap(({ card, markHash }) => {
        const pressed = withdrawn.get(card.id);
        return pressed === undefined ? [] : [{ card: { ...card, ...pressed }, markHash }];
      });
      shownAt = place;
      shown = [...still, ...cards].sort(byReviewId);
      return shown;
    },
  };
}

/** Mark hashes by the ids under which facilitators see sealed cards. */
export const marksInSight = (review: readonly GatheredCard[]): ReadonlyMap<string, string> =>
  new Map(review.map(({ card, markHash }) => [card.id, markHash]));
