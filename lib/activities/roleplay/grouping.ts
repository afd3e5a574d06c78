import type { Chair, Group } from "@/lib/activities/roleplay/schema";

/** How many there are to be seated, of each sort. */
export interface Everybody {
  /** In the room, with a phone. */
  room: number;
  /** With a phone, from elsewhere. */
  remote: number;
  /** In the room, without a phone. */
  withoutPhone: number;
}

/** One group before people are drawn into it. */
export interface GroupShape {
  phones: number;
  remote: number;
  withoutPhone: number;
}

/** Fewer than this sit together in one group: two groups would be pairs (activities.md). */
const ONE_GROUP_BELOW = 6;
/** So few remote people can't be a group of their own. */
export const REMOTE_GROUP_FROM = 3;
/** So many can stay a pair, where a facilitator wants that. */
export const REMOTE_PAIR = 2;

/** Sizes of the groups of `n` people, the larger ones first; from six people on only threes and fours. */
export function sizesOf(n: number, preferred: 3 | 4): number[] {
  const groups = n < ONE_GROUP_BELOW ? 1 : preferred === 4 ? Math.ceil(n / 4) : Math.floor(n / 3);
  return Array.from({ length: groups }, (_, at) => Math.ceil((n - at) / groups));
}

/**
 * The groups of everybody: room and remote apart where that leaves only threes and fours, else with one mixed group
 * at most. People without a phone are spread, so that each group has a phone as far as there are enough. With `pair`
 * two remote people stay by themselves. One empty group where there is nobody.
 */
export function shapesOf(
  { room, remote, withoutPhone }: Everybody,
  { size, pair }: { size: 3 | 4; pair: boolean },
): GroupShape[] {
  const inRoom = room + withoutPhone;
  const parts = partsOf(inRoom, remote, { size, pair });
  const roomSizes = parts.map(({ total, remote: away }) => total - away);
  const without = spread(
    withoutPhone,
    roomSizes,
    parts.map(({ remote: away }) => away),
  );
  return parts.map(({ total, remote: away }, at) => ({
    phones: total - (without[at] ?? 0),
    remote: away,
    withoutPhone: without[at] ?? 0,
  }));
}

interface Part {
  total: number;
  remote: number;
}

function partsOf(
  inRoom: number,
  remote: number,
  { size, pair }: { size: 3 | 4; pair: boolean },
): Part[] {
  const apart = (): Part[] => [
    ...sizesOf(inRoom, size).map((total) => ({ total, remote: 0 })),
    ...sizesOf(remote, size).map((total) => ({ total, remote: total })),
  ];
  if (pair && remote === REMOTE_PAIR && inRoom > 0) return apart();
  if (isWhole(inRoom) && isWhole(remote)) return apart();
  // Larger groups first or last, whichever lets the remote people fill groups of their own.
  const sizes = sizesOf(inRoom + remote, size);
  const inOrder = [sizes, [...sizes].reverse()].find((each) => fills(each, remote)) ?? sizes;
  let left = remote;
  return inOrder.map((total) => {
    const here = Math.min(left, total);
    left -= here;
    return { total, remote: here };
  });
}

/** Whether so many make threes and fours by themselves. */
const isWhole = (n: number): boolean => n === 3 || n === 4 || n >= ONE_GROUP_BELOW;

/** Whether so many fill the first of these groups exactly. */
function fills(sizes: readonly number[], remote: number): boolean {
  let sum = 0;
  for (const size of sizes) {
    if (sum >= remote) break;
    sum += size;
  }
  return sum === remote;
}

/**
 * How many of `count` people come into each group, one after the other into the one that has the most phones left;
 * never more than `roomFor` of it, which are seats in the room.
 */
function spread(count: number, roomFor: readonly number[], away: readonly number[]): number[] {
  const into = roomFor.map(() => 0);
  for (let left = count; left > 0; left -= 1) {
    let best = -1;
    let most = -1;
    for (const [at, seats] of roomFor.entries()) {
      const taken = into[at] ?? 0;
      const phones = seats - taken + (away[at] ?? 0);
      if (taken < seats && phones > most) [best, most] = [at, phones];
    }
    if (best < 0) break;
    into[best] = (into[best] ?? 0) + 1;
  }
  return into;
}

/** A to Z, then AA and so on: more groups than a room has tables. */
export function letterOf(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${String.fromCharCode(64 + Math.floor(at / 26))}${letter}`;
}

/** A chair that nobody has played on yet. */
export const newChair = (
  id: string,
  { phone, remote, rounds }: { phone: boolean; remote: boolean; rounds: number },
): Chair => ({
  ...{ id, phone, remote, role: null, watches: false },
  played: Array.from({ length: rounds }, () => null),
});

/**
 * Groups of these shapes, with new chairs in them, and which chair each of the people has got: of `room` and `remote`
 * each in the order in which they are given, which has to be a shuffled one.
 */
export function seatEverybody<Person>(
  people: { room: readonly Person[]; remote: readonly Person[] },
  shapes: readonly GroupShape[],
  shuffle: <T>(items: readonly T[]) => T[],
): { groups: Group[]; seats: Map<Person, string> } {
  const seats = new Map<Person, string>();
  const room = [...people.room];
  const remote = [...people.remote];
  const count = shapes.reduce((sum, each) => sum + each.phones + each.withoutPhone, 0);
  // Numbers in an order of their own: within a group they say nothing of who came from where.
  const ids = shuffle(Array.from({ length: count }, (_, at) => String(at + 1)));
  const groups = shapes.map((shape, at): Group => {
    const take = (from: Person[], many: number, isRemote: boolean): Chair[] =>
      from.splice(0, many).map((person) => {
        const id = ids.pop() ?? "0";
        seats.set(person, id);
        return newChair(id, { phone: true, remote: isRemote, rounds: 0 });
      });
    const chairs = [
      ...take(remote, shape.remote, true),
      ...take(room, shape.phones - shape.remote, false),
      ...Array.from({ length: shape.withoutPhone }, () =>
        newChair(ids.pop() ?? "0", { phone: false, remote: false, rounds: 0 }),
      ),
    ];
    return { letter: letterOf(at), place: null, chairs: shuffle(chairs), changed: false };
  });
  return { groups, seats };
}

/** A trio takes a fourth chair, and what is smaller is glad of one (activities.md, late joiner). */
const JOINABLE_BELOW = 4;

/**
 * The group that somebody late comes into: the smallest that takes one more, of the same sort where there is one;
 * null for the balcony.
 */
export function groupForLate(
  groups: readonly Group[],
  { remote }: { remote: boolean },
): Group | null {
  const open = groups.filter(({ chairs }) => chairs.length < JOINABLE_BELOW);
  const alike = open.filter(({ chairs }) => chairs.some((each) => each.remote) === remote);
  const [first = null, ...rest] = alike.length > 0 ? alike : open;
  return rest.reduce<Group | null>(
    (best, each) => (best && each.chairs.length < best.chairs.length ? each : best),
    first,
  );
}

/** For each group of fewer than three the smallest one that it could join, together five at most. */
export function suggestedMerges(
  groups: readonly Group[],
  groupMax: number,
): { from: string; into: string }[] {
  return groups.flatMap((each) => {
    if (each.chairs.length === 0 || each.chairs.length >= 3) return [];
    const others = groups
      .filter((other) => other !== each && other.chairs.length + each.chairs.length <= groupMax)
      .sort((one, other) => one.chairs.length - other.chairs.length);
    const [into] = others;
    return into ? [{ from: each.letter, into: into.letter }] : [];
  });
}
