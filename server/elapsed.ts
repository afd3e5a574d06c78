/**
 * Milliseconds that only ever grow, for everything that waits or counts in this process. The clock on
 * the wall may be put right while a session runs: an hour back must not stop anything for an hour.
 */
export const elapsed = (): number => performance.now();
