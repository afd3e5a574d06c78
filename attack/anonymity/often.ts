/** Progress is counted so often at most (rule 2), ms. Spelt out here, so that a shorter one in the product is seen. */
const COUNTED_EVERY_MS = 5_000;

/** What the server's reading of the database's clock, which frames tell, may be put right by on a busy machine, ms. */
const CLOCK_PUT_RIGHT_MS = 1_000;

/**
 * Whether frames with progress, by the server's clock, tell more counts than one every five seconds. Two frames may come
 * closer together: a count is held back while a batch is being decided, and on a busy machine that takes seconds. What
 * matters is when it was counted. Each frame tells a count that came after the frame before it, or that one would have
 * told it, too, and at least five seconds after the count before it: so the earliest moment at which each can have been
 * counted is known, and none is told sooner, however long any of them was held back.
 */
export function comeTooOften(times: readonly number[]): boolean {
  let counted = Number.NEGATIVE_INFINITY;
  let before = Number.NEGATIVE_INFINITY;
  return times
    .toSorted((a, b) => a - b)
    .some((at) => {
      counted = Math.max(counted + COUNTED_EVERY_MS, before);
      before = at;
      return at < counted - CLOCK_PUT_RIGHT_MS;
    });
}
