import type { BesideTheState } from "@/lib/session/view";

type Gathered = BesideTheState["review"];

/**
 * What facilitators see under review, kept as it was gathered. A card that is withdrawn stays in
 * sight until the next phase: were it to go at once, whoever is tapping at that moment would be its
 * author (anonymity.md, rule 2; docs/decisions/0018-review-as-gathered.md).
 */
export interface GatheredReview {
  /**
   * The records to show. `place` names activity and phase; another place begins anew. `revealed`
   * are the cards shown to everybody: one among them was released or revealed, not withdrawn.
   */
  show(place: string, stored: Gathered, revealed: () => Iterable<{ text: string }>): Gathered;
}

export function createGatheredReview(): GatheredReview {
  let shownAt = "";
  let shown: Gathered = [];
  return {
    show(place, stored, revealed) {
      const rows = new Set(stored.map(({ card }) => card.id));
      const gone = place === shownAt ? shown.filter(({ card }) => !rows.has(card.id)) : [];
      const released = new Set(gone.length > 0 ? [...revealed()].map(({ text }) => text) : []);
      const withdrawn = gone.filter(({ card }) => !released.has(card.text));
      shownAt = place;
      shown = [...withdrawn, ...stored].sort((a, b) => (a.card.id < b.card.id ? -1 : 1));
      return shown;
    },
  };
}
