import type { RoleKey, RoleSet } from "@/lib/activities/roleplay/role-set";
import type { Chair, Group } from "@/lib/activities/roleplay/schema";

/** A round that roles are dealt for, from 1. */
export interface Round {
  round: number;
  rounds: number;
}

const MAX = 5;
type Size = 2 | 3 | 4 | 5;

const sizeOf = (n: number): Size => (n <= 2 ? 2 : n === 3 ? 3 : n === 4 ? 4 : MAX);

/** The roles of a group of this size, in the order in which they go round. */
export function rolesOf(
  { bySize, inLastRound }: RoleSet,
  size: number,
  { round, rounds }: Round,
): RoleKey[] {
  const roles = bySize[sizeOf(size)];
  return round < rounds ? [...roles] : roles.map((role) => inLastRound[role] ?? role);
}

/**
 * The role on each chair of a group for a round. Seat by seat they go round; where the group's size has changed nobody
 * gets a role again while there is one that nobody has this round and they have not had: which that takes is
 * found by trying. Whoever watches has the watcher's role, and leaves the others theirs.
 */
export function dealt(set: RoleSet, { chairs, changed }: Group, at: Round): Map<string, RoleKey> {
  const roles = new Map<string, RoleKey>();
  const playing = chairs.filter(({ watches }) => !watches);
  for (const { id, watches } of chairs) if (watches) roles.set(id, set.watcher);
  if (playing.length === 1 && chairs.length === 1) {
    const [{ id } = { id: "" }] = playing;
    roles.set(id, set.alone[at.round - 1]?.role ?? rolesOf(set, 2, at)[0] ?? set.watcher);
    return roles;
  }
  const own = rolesOf(set, chairs.length, at);
  const deck = withoutWatched(own, set.watcher, chairs.length - playing.length);
  const wanted = playing.map((_, seat) => deck[(seat + at.round - 1) % deck.length] ?? set.watcher);
  const isWatched = playing.length < chairs.length;
  if (!changed && !isWatched) {
    for (const [seat, { id }] of playing.entries()) roles.set(id, wanted[seat] ?? set.watcher);
    return roles;
  }
  const spare = rolesOf(set, MAX, at).filter((role) => !deck.includes(role));
  const found = fewestRepeats(playing, { deck, spare, wanted });
  for (const [seat, { id }] of playing.entries()) roles.set(id, found[seat] ?? set.watcher);
  return roles;
}

/** What is left for the others once so many watch: first the watcher's own role goes, then from the end. */
function withoutWatched(own: readonly RoleKey[], watcher: RoleKey, watching: number): RoleKey[] {
  const left = [...own];
  for (let more = watching; more > 0 && left.length > 1; more -= 1) {
    const at = left.indexOf(watcher);
    left.splice(at < 0 ? left.length - 1 : at, 1);
  }
  return left;
}

/** Rates a deal: repeats count most, then roles that the group has no more, then turns that are not kept. */
const REPEAT = 100;
const SPARE = 10;
const OTHER_TURN = 1;

/** One role for each chair; five chairs and ten roles at most, so that trying all of them is quick. */
function fewestRepeats(
  chairs: readonly Chair[],
  { deck, spare, wanted }: { deck: RoleKey[]; spare: RoleKey[]; wanted: RoleKey[] },
): RoleKey[] {
  const all = [...deck, ...spare];
  const costOf = (chair: Chair, seat: number, card: number): number => {
    const role = all[card] ?? "";
    return (
      (chair.played.includes(role) ? REPEAT : 0) +
      (card >= deck.length ? SPARE : 0) +
      (wanted[seat] === role ? 0 : OTHER_TURN)
    );
  };
  let best: { cost: number; cards: number[] } = { cost: Infinity, cards: [] };
  const take = (seat: number, cards: number[], cost: number): void => {
    if (cost >= best.cost) return;
    const chair = chairs[seat];
    if (!chair) {
      best = { cost, cards };
      return;
    }
    for (let card = 0; card < all.length; card += 1) {
      if (!cards.includes(card)) take(seat + 1, [...cards, card], cost + costOf(chair, seat, card));
    }
  };
  take(0, [], 0);
  return best.cards.map((card) => all[card] ?? "");
}

/**
 * Whom one swaps with who would rather have another role: the next chair of the group whose role is another one;
 * null where there is none.
 */
export function swapsWith(chairs: readonly Chair[], id: string): Chair | null {
  const at = chairs.findIndex((each) => each.id === id);
  const own = chairs[at];
  const after = [...chairs.slice(at + 1), ...chairs.slice(0, Math.max(0, at))];
  return after.find(({ role, watches }) => role !== null && role !== own?.role && !watches) ?? null;
}

/** A role for somebody who has to swap with nobody: one that nobody in the group has, and they have not had. */
export function freeRole(set: RoleSet, { chairs }: Group, chair: Chair, at: Round): RoleKey | null {
  const taken = new Set(chairs.map(({ role }) => role));
  const free = rolesOf(set, MAX, at).filter((role) => !taken.has(role));
  return free.find((role) => !chair.played.includes(role)) ?? free[0] ?? null;
}
