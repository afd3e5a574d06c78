import { CELL_MIN } from "@/lib/activities/small-cells";
import type { HowMany, Tally } from "@/lib/activities/sort/schema";

/** What one person put into each place, in the order of the places. */
export type Row = readonly number[];

const sum = (each: readonly number[]): number => each.reduce((all, share) => all + share, 0);

/** How much each person put into these places together. */
const shares = (rows: readonly Row[], places: readonly number[]): number[] =>
  rows.map((row) => sum(places.map((place) => row[place] ?? 0)));

const peopleOf = (each: readonly number[]): number => each.filter((share) => share > 0).length;

/** Whether all, or all but one, put the same there, and not nothing: whoever is that one would know of everybody. */
function isAlike(each: readonly number[]): boolean {
  return each.some(
    (share) => share > 0 && each.filter((other) => other === share).length >= each.length - 1,
  );
}

/**
 * How much lies in each place, as far as it can be told of `rows`, each of them one person's; null where it can't
 * (decision 0060). A place that fewer than three people used, nobody included, joins "other". Where that is a
 * single place, or fewer than three people's together, the place that the fewest used joins them: "other" must not
 * be one place by another name. So what is told is always of two groups of places at least, each of three
 * people or more. Where all but one put the same into any place nothing is told: with that place hidden, the others
 * would say which one it is.
 */
export function tallyOf(
  rows: readonly Row[],
  keys: readonly string[],
  { tellsPeople }: { tellsPeople: boolean },
): Tally | null {
  const used = keys.map((key, place) => {
    const each = shares(rows, [place]);
    return { key, place, each, people: peopleOf(each), count: sum(each) };
  });
  // The fewest people last, then the least; a stable sort keeps the plan's order of what is equal.
  const shown = used
    .filter(({ people }) => people >= CELL_MIN)
    .sort((a, b) => b.people - a.people || b.count - a.count);
  const hidden = used.filter(({ people }) => people < CELL_MIN).map(({ place }) => place);
  const isTelling = () => hidden.length === 1 || peopleOf(shares(rows, hidden)) < CELL_MIN;
  while (hidden.length > 0 && shown.length > 0 && isTelling()) {
    const next = shown.pop();
    if (next) hidden.push(next.place);
  }
  if (used.some(({ each }) => isAlike(each)) || isAlike(shares(rows, hidden))) return null;
  if (shown.length === 0) return null;
  const places = shown
    .sort((a, b) => a.place - b.place)
    .map(({ key, people, count }) => {
      // Told where it was all of them but one or two, it would tell of these.
      const exact = howManyOf(people, rows.length);
      return [key, { count, people: tellsPeople && typeof exact === "number" ? exact : null }];
    });
  return {
    places: Object.fromEntries(places),
    other: hidden.length === 0 ? null : sum(shares(rows, hidden)),
  };
}

/** So many of `n` people, unless it is fewer than three, or all but fewer than three. */
export function howManyOf(count: number, n: number): HowMany {
  if (count < CELL_MIN) return "few";
  return n - count < CELL_MIN ? "most" : count;
}
