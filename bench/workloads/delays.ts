/** The slowest screen gets so long after the last change, ms. */
export const SETTLE_MS = 1_500;

/** When screens were past changes, as several load generators saw it: monotonic ms, by mark. */
type Seen = readonly { mark: string; at: readonly number[] }[];

/** How long changes took to all screens. */
export interface Delays {
  /** To each screen, ms. */
  seenMs: number[];
  /** To the last screen, ms, of each change. */
  slowestMs: number[];
  /** From the first change to the last screen, ms. */
  tookMs: number;
}

/** `sentAt`: when each change was sent. What else was seen meanwhile is none of them. */
export function delaysOf(sentAt: ReadonlyMap<string, number>, parts: readonly Seen[]): Delays {
  const seenMs: number[] = [];
  const slowest = new Map<string, number>();
  for (const { mark, at } of parts.flat()) {
    const from = sentAt.get(mark);
    if (from === undefined) continue;
    let last = slowest.get(mark) ?? 0;
    for (const each of at) {
      seenMs.push(each - from);
      last = Math.max(last, each - from);
    }
    slowest.set(mark, last);
  }
  let firstAt = Number.POSITIVE_INFINITY;
  let lastAt = 0;
  for (const [mark, at] of sentAt) {
    firstAt = Math.min(firstAt, at);
    lastAt = Math.max(lastAt, at + (slowest.get(mark) ?? 0));
  }
  return { seenMs, slowestMs: [...slowest.values()], tookMs: Math.max(0, lastAt - firstAt) };
}
