/** Longer than anybody clicks through a workshop; then a rehearsal is deleted, whoever looks at it. */
export const REHEARSAL_MINUTES_MAX = 60;

/** A console that is reloaded, or loses its network in the stairwell, is back by then. */
export const LEFT_AFTER_MS = 60_000;

/** Of one account at a time: two windows to compare, and one that was closed a moment ago. */
export const REHEARSALS_PER_ACCOUNT = 3;

/** On one node: each plays about as much as one more small workshop does. */
export const REHEARSALS_PER_NODE = 20;
