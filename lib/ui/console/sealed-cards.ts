import type { FacilitatorView } from "@/lib/session/facilitator-view";
import type { ReviewRecord } from "@/lib/session/view-schema";

/** Cards that would be shown next and have not been in view here. */
export function unreadCards(
  cards: Readonly<Record<string, ReviewRecord>>,
  read: ReadonlySet<string>,
): string[] {
  return Object.values(cards).flatMap(({ id, held }) => (held || read.has(id) ? [] : [id]));
}

/** What is still sealed after the reveal: cards held back from it, and a late batch in review. */
export function sealedCards({ review, facilitator }: FacilitatorView): {
  held: Record<string, ReviewRecord>;
  late: Record<string, ReviewRecord>;
} {
  const cards = Object.values(review);
  // One late batch at a time, and it is the newest.
  const lateBatch =
    facilitator.late === "review" ? Math.max(...cards.map(({ batch }) => batch)) : null;
  const of = (isLate: boolean) =>
    Object.fromEntries(
      cards.filter(({ batch }) => (batch === lateBatch) === isLate).map((card) => [card.id, card]),
    );
  return { held: of(false), late: of(true) };
}
