/**
 * Asks for several things at once within one transaction. Fails with what failed first, as `Promise.all` does, but only once
 * all of them have ended: what is still under way would otherwise go on after the rollback, on a connection that is somebody
 * else's by then.
 */
export function together<T extends readonly unknown[] | []>(
  parts: T,
): Promise<{ -readonly [Index in keyof T]: Awaited<T[Index]> }>;
export function together(parts: readonly unknown[]): Promise<unknown[]> {
  // drizzle asks anew each time that its queries are awaited.
  const begun = parts.map((part) => Promise.resolve(part));
  return Promise.all(begun).finally(() => Promise.allSettled(begun));
}
