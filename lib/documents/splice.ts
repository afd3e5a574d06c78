/** One change of a text: at a place, so many units taken out and something put in. Places and lengths are UTF-16 units. */
export interface Splice {
  at: number;
  removed: number;
  inserted: string;
}

const isHigh = (text: string, at: number): boolean => /[\ud800-\udbff]/.test(text.charAt(at));
const isLow = (text: string, at: number): boolean => /[\udc00-\udfff]/.test(text.charAt(at));

/** What turns one text into another, as one change that cuts no character in two; null: they are equal. */
export function spliceBetween(before: string, after: string): Splice | null {
  if (before === after) return null;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  // Two pictures often differ in their second half only.
  if (start > 0 && isHigh(before, start - 1)) start -= 1;
  let end = 0;
  while (
    end < shorter - start &&
    before[before.length - 1 - end] === after[after.length - 1 - end]
  ) {
    end += 1;
  }
  if (end > 0 && isLow(before, before.length - end)) end -= 1;
  return {
    at: start,
    removed: before.length - start - end,
    inserted: after.slice(start, after.length - end),
  };
}

/** A text after a change. */
export const spliced = (text: string, { at, removed, inserted }: Splice): string =>
  text.slice(0, at) + inserted + text.slice(at + removed);

/** Where something that stood at `place` stands after a change; what stood in what was taken out stands behind it. */
export function placeAfter(place: number, change: Splice | null): number {
  if (change === null || place <= change.at) return place;
  const { at, removed, inserted } = change;
  return place >= at + removed ? place + inserted.length - removed : at + inserted.length;
}

/**
 * A text in which somebody else has changed `other` (`now`), with one's own change made to what was there before: what
 * both have taken out is gone, and what either has put in stays.
 */
export function withOwn(now: string, own: Splice, other: Splice | null): string {
  if (other === null) return spliced(now, own);
  const [end, otherEnd] = [own.at + own.removed, other.at + other.removed];
  const shift = other.inserted.length - other.removed;
  if (end <= other.at) return spliced(now, own);
  if (own.at >= otherEnd) return spliced(now, { ...own, at: own.at + shift });
  // Theirs stands in the middle of what was taken out: what is left of that goes on both sides of it.
  const head = Math.max(0, other.at - own.at);
  const tail = Math.max(0, end - otherEnd);
  const behind = other.at + other.inserted.length;
  const withoutTail = spliced(now, { at: behind, removed: tail, inserted: "" });
  return own.at <= other.at
    ? spliced(withoutTail, { at: own.at, removed: head, inserted: own.inserted })
    : spliced(withoutTail, { at: behind, removed: 0, inserted: own.inserted });
}
