/**
 * Changes that everybody is to see are made by turns to a fixed number of cards of each generator, and numbered. All generators
 * make as many, so that a number means the same in each.
 */

/** What a change is found by on other screens. */
export const markOf = (generator: number, number: number): string => `${generator}.${number}`;

/**
 * When a screen was past each change: once it shows that one or a later one of the same card, since where several come together
 * only the last is shown. `got`: what it has shown, in the order in which that came. `cards`: how many a generator changes by
 * turns; `first`: the first change that counts.
 */
export function passed(
  got: ReadonlyMap<string, number>,
  { cards, first }: { cards: number; first: number },
): Map<string, number> {
  const all = new Map<string, number>();
  for (const [mark, at] of got) {
    const [generator, number] = mark.split(".").map(Number);
    for (let each = number ?? 0; each >= first; each -= cards) {
      const earlier = markOf(generator ?? 0, each);
      // What lies before it was past by then.
      if (all.has(earlier)) break;
      all.set(earlier, at);
    }
  }
  return all;
}

/** The same of many screens: when each of them was past each change. */
export function passedBy(
  screens: readonly ReadonlyMap<string, number>[],
  of: Parameters<typeof passed>[1],
): { mark: string; at: number[] }[] {
  const byMark = new Map<string, number[]>();
  for (const got of screens) {
    for (const [mark, at] of passed(got, of)) {
      const known = byMark.get(mark);
      if (known) known.push(at);
      else byMark.set(mark, [at]);
    }
  }
  return [...byMark].map(([mark, at]) => ({ mark, at }));
}
