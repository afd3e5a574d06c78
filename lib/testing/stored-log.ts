import { evolve } from "@/lib/session/evolve";
import { initialState } from "@/lib/session/state";
import { storedEvent } from "@/lib/session/stored";
import type { MemorySession } from "@/lib/testing/memory-session";

/** The log of a session as it is stored. */
export function storedLogOf({ state: { plan }, log }: MemorySession): unknown[] {
  const state = initialState(plan);
  return log.map((event) => {
    const stored = storedEvent(event, state);
    evolve(state, event);
    return stored;
  });
}
