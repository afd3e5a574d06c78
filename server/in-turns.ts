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
