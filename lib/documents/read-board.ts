import type { BoardContent, Place } from "@/lib/documents/place";

/** What there is to arrange, as the session's view tells it: nothing else stands on a board. */
export interface BoardView {
  /** Keys of the zones, in order. */
  zones: readonly string[];
  groups: readonly { id: string; zone: string }[];
  /** In the order in which they are read where nobody has laid them anywhere. */
  cards: readonly { id: string; zone: string }[];
}

export interface ReadCard {
  id: string;
  x: number;
  y: number;
}

export interface ReadGroup {
  id: string;
  /** Where it was laid; null where nobody did. */
  at: { x: number; y: number } | null;
  cards: ReadCard[];
}

export interface ReadZone {
  zone: string;
  groups: ReadGroup[];
  /** Cards in no group. */
  loose: ReadCard[];
}

/**
 * A board as everybody sees it: zone by zone its groups, from above to below and then from left to right, and what is in
 * none. Pure, and the only reader: surface, list, stage and summary show what stands here. Cards are those that the view
 * has and the board places; a card that is held or withdrawn leaves a ghost there, which is not read. In a group that is
 * no more a card is loose, in its own zone. A card without a place is the last one.
 */
export function readBoard({ cards: places, groups }: BoardContent, view: BoardView): ReadZone[] {
  const inGroups = new Map(view.groups.map(({ id }): [string, ReadCard[]] => [id, []]));
  const loose = new Map(view.zones.map((zone): [string, ReadCard[]] => [zone, []]));
  for (const { id, zone } of view.cards) {
    const [group, , x, y] = places.get(id) ?? NOWHERE;
    (inGroups.get(group) ?? loose.get(zone))?.push({ id, x, y });
  }
  const cardsOf = (cards: ReadCard[] | undefined) => inOrder(cards ?? [], places);
  return view.zones.map((zone) => ({
    zone,
    groups: view.groups
      .filter((group) => group.zone === zone)
      .map(({ id }): ReadGroup => {
        const at = groups.get(id);
        return { id, at: at ? { x: at[0], y: at[1] } : null, cards: cardsOf(inGroups.get(id)) };
      })
      .sort(byPosition),
    loose: cardsOf(loose.get(zone)),
  }));
}

/**
 * Ids of the cards in one group as `readBoard` has them, or in none (`""`) in all zones: what laying a card has to know,
 * without putting the whole board in order for it. `groups` and `cards`: ids of those that there are.
 */
export function readGroup(
  { cards: places }: BoardContent,
  { groups, cards }: { groups: Pick<ReadonlySet<string>, "has">; cards: Iterable<string> },
  group: string,
): string[] {
  const there: { id: string }[] = [];
  for (const id of cards) {
    // Of all cards for each move, and taking a place apart costs more than all the rest.
    const lies = (places.get(id) ?? NOWHERE)[0];
    if (lies === group || (group === "" && !groups.has(lies))) there.push({ id });
  }
  return inOrder(there, places).map(({ id }) => id);
}

/** Where a card lies that nobody has laid anywhere. */
const NOWHERE: Place = ["", "", 0, 0];

/** Groups without a position are the last, in the order in which they were made. */
function byPosition({ at: a }: ReadGroup, { at: b }: ReadGroup): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return a.y - b.y || a.x - b.x;
}

/**
 * By order and then by id, compared unit by unit: what a language thinks of letters differs from one device to the
 * next. Cards without an order keep the one in which they came.
 */
function inOrder<Card extends { id: string }>(
  cards: readonly Card[],
  places: ReadonlyMap<string, Place>,
): Card[] {
  return cards
    .map((card) => ({ card, order: (places.get(card.id) ?? NOWHERE)[1] }))
    .sort(({ card: a, order: left }, { card: b, order: right }) => {
      if (left === "" || right === "") return Number(left === "") - Number(right === "");
      return left < right ? -1 : left > right ? 1 : a.id < b.id ? -1 : 1;
    })
    .map(({ card }) => card);
}
