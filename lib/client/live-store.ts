import { replaceEqualDeep } from "@tanstack/react-query";
import type { SessionView } from "@/lib/session/view-schema";

/** The live view of one session, for all of a page that shows parts of it. */
export interface LiveStore {
  /** Undefined before the first view came. */
  current(): SessionView | undefined;
  /** What is as before in it stays the same object: whoever depends on that part has nothing to do anew. */
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
      const kept = replaceEqualDeep(view, next);
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
