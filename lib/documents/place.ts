import { generateNKeysBetween } from "fractional-indexing";
import * as z from "zod/mini";
import { randomId } from "@/lib/ids";

/** Where something lies on a board runs from 0 to this, in both directions. */
export const COORDINATE_MAX = 4095;
/** From this length on the keys of a group are made anew: a thousand cards laid at one spot make 169 characters. */
export const ORDER_LENGTH_REKEYED = 40;
/** What is still read: keys of a screen that had no time to make them anew. */
const ORDER_LENGTH_MAX = 4 * ORDER_LENGTH_REKEYED;

export const coordinate = z.int().check(z.minimum(0), z.maximum(COORDINATE_MAX));

/**
 * Where a card lies: its group, or `""` for none; its order among the cards there, compared with `<`; and where it was
 * laid, which matters for what is in no group. One value, so that two people who move the same card never mix.
 */
export const place = z.tuple([
  z.union([z.literal(""), randomId]),
  z.string().check(z.regex(new RegExp(`^[0-9A-Za-z]{0,${ORDER_LENGTH_MAX}}$`))),
  coordinate,
  coordinate,
]);

/** Where a group lies on its board. */
export const groupAt = z.tuple([coordinate, coordinate]);

export type Place = z.infer<typeof place>;
export type GroupAt = z.infer<typeof groupAt>;

/** The places of a board, as plain data: what it holds of cards and groups that it does not know. */
export interface BoardContent {
  cards: ReadonlyMap<string, Place>;
  groups: ReadonlyMap<string, GroupAt>;
}

export const emptyBoard: BoardContent = { cards: new Map(), groups: new Map() };

/** Cards that are laid somewhere together. */
export interface Laying {
  /** In the order in which they are to lie there. */
  cards: readonly string[];
  /** The group; `""` for none. */
  to: string;
  /** The card that they lie before; null: at the end, before those that were never laid anywhere. */
  before: string | null;
  /** Where on the surface; what is left out stays as it was. */
  x?: number | undefined;
  y?: number | undefined;
}

/**
 * The places that change when cards are laid somewhere. `there` are the cards of that group in the order in which they
 * are read. Two drops in one gap have equal keys, and nothing fits between equals: all keys of the group are then made
 * anew, as they are where they have become long or a card there has none.
 */
export function placesFor(
  { cards: places }: BoardContent,
  there: readonly string[],
  { cards, to, before, x, y }: Laying,
): Map<string, Place> {
  const moved = new Set(cards);
  const others = there.filter((id) => !moved.has(id));
  // The end is where places end: cards that nobody has laid anywhere come after it, and stay without one.
  const end = others.findIndex((id) => (places.get(id)?.[1] ?? "") === "");
  const found = before === null ? end : others.indexOf(before);
  const at = found < 0 ? others.length : found;
  const placed = (id: string, order: string): [string, Place] => {
    const [, , oldX, oldY] = places.get(id) ?? ["", "", 0, 0];
    return moved.has(id) ? [id, [to, order, x ?? oldX, y ?? oldY]] : [id, [to, order, oldX, oldY]];
  };
  const keyOf = (id: string | undefined): string | null | undefined =>
    id === undefined ? null : places.get(id)?.[1];
  const keys = keysBetween(keyOf(others[at - 1]), keyOf(others[at]), cards.length);
  if (keys) return new Map(cards.map((id, n) => placed(id, keys[n] ?? "")));
  const all = [...others.slice(0, at), ...cards, ...others.slice(at)];
  const fresh = generateNKeysBetween(null, null, all.length);
  return new Map(all.map((id, n) => placed(id, fresh[n] ?? "")));
}

/** Keys between two others, of which null stands for none; null where there is no room. */
function keysBetween(
  left: string | null | undefined,
  right: string | null | undefined,
  count: number,
): string[] | null {
  // A card without a key of its own is read last: only after one that has a key is there room.
  const end = right === undefined || right === "" ? null : right;
  if (left === undefined || left === "") return null;
  try {
    const keys = generateNKeysBetween(left, end, count);
    return keys.some((key) => key.length > ORDER_LENGTH_REKEYED) ? null : keys;
  } catch {
    // Equal keys, or such as nobody of ours has made.
    return null;
  }
}
