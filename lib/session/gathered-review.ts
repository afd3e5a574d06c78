import { underReview } from "@/lib/activities/cards";
import type { SealedCard } from "@/lib/activities/contract";
import { frozen } from "@/lib/frozen";
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
    // Frozen, so that it is written out once, however many views show it (`createRecordTexts`).
    if (card) review.cards.push({ card: frozen(card), markHash });
    else if (content === null) review.withdrawn.set(reviewId, { held, tagged });
  }
  review.cards.sort(byReviewId);
  return review;
}

/** A card that has changed, and the id under which facilitators saw it before; null for none. */
export interface ChangedCard {
  reviewIdBefore: string | null;
  card: SealedCard;
}

/**
 * What is stored after some of an activity's cards have changed, each of them named once; the same object where none of
 * them was under review. Null where one comes into review: what a card says is known as it was read, and not as it came,
 * which may be in another order.
 */
export function gatheredAfter(
  before: StoredReview,
  changed: readonly ChangedCard[],
): StoredReview | null {
  const underReview = changed.filter(
    ({ reviewIdBefore, card }) => reviewIdBefore !== null || card.reviewId !== null,
  );
  if (underReview.length === 0) return before;
  if (underReview.some(({ reviewIdBefore }) => reviewIdBefore === null)) return null;
  const gone = new Set(underReview.map(({ reviewIdBefore }) => reviewIdBefore));
  const now = gatheredOf(underReview.map(({ card }) => card));
  return {
    cards: [...before.cards.filter(({ card }) => !gone.has(card.id)), ...now.cards].sort(
      byReviewId,
    ),
    withdrawn: new Map([
      ...[...before.withdrawn].filter(([id]) => !gone.has(id)),
      ...now.withdrawn,
    ]),
  };
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
