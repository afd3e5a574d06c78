import { setImmediate as nextTurn } from "node:timers/promises";
import { elapsed } from "@/server/elapsed";

/** For so long, in milliseconds, a live room may wait for work that is not its own. */
const TURN_MS = 5;

/**
 * For work that takes long as a whole: awaited between its pieces it lets everything else have its turn, as soon as it has gone
 * on for long enough.
 */
export function givingWay(): () => Promise<void> {
  let since = elapsed();
  return async () => {
    if (elapsed() - since < TURN_MS) return;
    await nextTurn();
    since = elapsed();
  };
}

/**
 * Does work that comes in a crowd a few pieces at a time, in the order in which it came, with everything else that happens in
 * between: `perTurn` pieces in each turn of the event loop.
 */
export function inTurns(perTurn: number): (work: () => void) => void {
  let waiting: (() => void)[] = [];
  const workOn = (): void => {
    const now = waiting.slice(0, perTurn);
    waiting = waiting.slice(perTurn);
    if (waiting.length > 0) setImmediate(workOn);
    for (const work of now) work();
  };
  return (work) => {
    waiting.push(work);
    if (waiting.length === 1) setImmediate(workOn);
  };
}
