/**
 * Asks for many keys with one question at a time: whoever asks while one is under way waits for the next, which is for all of
 * them. So a room that comes in at once, or somebody who guesses, takes one connection to the database and no more.
 *
 * @param ask what is known of these keys; a key that it leaves out is unknown. Where it throws, so do all that share it.
 */
export function askedTogether<Key, Value>(
  ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>,
): (key: Key) => Promise<Value | undefined> {
  let next: { keys: Set<Key>; found: Promise<ReadonlyMap<Key, Value>> } | null = null;
  let before: Promise<unknown> = Promise.resolve();

  const begin = () => {
    const keys = new Set<Key>();
    const found = before.then(() => {
      next = null;
      return ask([...keys]);
    });
    before = found.catch(() => undefined);
    return { keys, found };
  };

  return async (key) => {
    next ??= begin();
    next.keys.add(key);
    return (await next.found).get(key);
  };
}
