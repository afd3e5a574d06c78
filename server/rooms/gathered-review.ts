import type { ReviewRecord } from "@/lib/session/view-schema";

/**
 * What facilitators see under review, kept as it was gathered. A card that is withdrawn stays in
 * sight until the next phase: were it to go at once, whoever is tapping at that moment would be its
 * author (anonymity.md, rule 2; docs/decisions/0018-review-as-gathered.md).
 */
export interface GatheredReview {
  /**
   * The records to show. `place` names activity, phase and batch; another place begins anew.
   * `revealed` are the cards shown to everybody: one among them was released, not withdrawn.
   */
  show(
    place: string,
    stored: readonly ReviewRecord[],
    revealed: () => Iterable<{ text: string }>,
  ): ReviewRecord[];
}

export function createGatheredReview(): GatheredReview {
  let shownAt = "";
  let shown = new Map<string, ReviewRecord>();
  return {
    show(place, stored, revealed) {
      const rows = new Set(stored.map(({ id }) => id));
      const gone = place === shownAt ? [...shown.values()].filter(({ id }) => !rows.has(id)) : [];
      const released = new Set(gone.length > 0 ? [...revealed()].map(({ text }) => text) : []);
      const withdrawn = gone.filter(({ text }) => !released.has(text));
      shownAt = place;
      shown = new Map([...withdrawn, ...stored].map((each) => [each.id, each]));
      return [...shown.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
