import type { SessionView } from "@/lib/session/view-schema";

/** The live view of one session, for all of a page that shows parts of it. */
export interface LiveStore {
  /** Undefined before the first view came. */
  current(): SessionView | undefined;
  /** What is as before in it stays the same object. */
  set(view: SessionView): void;
  /** Calls `listener` after each change, until what it returns is called. */
  subscribe(listener: () => void): () => void;
}

/** A store that holds `first`, if that is given. */
export function createLiveStore(first?: SessionView): LiveStore {
  let view = first;
  const listeners = new Set<() => void>();
  return {
    current: () => view,
    set(next) {
      const kept = keepEqual(view, next);
      if (kept === view) return;
      view = kept;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/**
 * `after`, with the objects of `before` where both say the same: whoever depends on one of them has nothing to do
 * anew. Looks into lists and plain objects; everything else is the same only if it is identical.
 */
export function keepEqual<Value>(before: unknown, after: Value): Value;
export function keepEqual(before: unknown, after: unknown): unknown {
  if (Object.is(before, after)) return before;
  if (Array.isArray(before) && Array.isArray(after)) {
    const kept = after.map((each, at) => keepEqual(before[at], each));
    const isSame = before.length === kept.length && kept.every((each, at) => each === before[at]);
    return isSame ? before : kept;
  }
  if (!isPlain(before) || !isPlain(after)) return after;
  const keys = Object.keys(after);
  const kept = Object.fromEntries(keys.map((key) => [key, keepEqual(before[key], after[key])]));
  const isSame =
    keys.length === Object.keys(before).length &&
    keys.every((key) => Object.hasOwn(before, key) && kept[key] === before[key]);
  return isSame ? before : kept;
}

function isPlain(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
