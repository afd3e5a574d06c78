/** The step in which the minutes of phases are shared out: a room notices no less. */
const STEP = 0.5;

/** Sums of minutes may be a rounding error apart. */
const SAME_MINUTES = 0.01;

/** How the minutes of an activity divide among its phases, by their names. */
export type PhaseMinutes = Readonly<Record<string, number>>;

/** Minutes of several parts together. */
export const sumOf = (parts: Iterable<number>): number =>
  [...parts].reduce((sum, each) => sum + each, 0);

/** Whether the parts take these minutes together. */
export const isSum = (parts: Iterable<number>, whole: number): boolean =>
  Math.abs(sumOf(parts) - whole) < SAME_MINUTES;

/** The fewest minutes that so many phases can share. */
export const leastFor = (phases: number): number => phases * STEP;

/**
 * Other minutes, shared among phases as theirs are: in half minutes, and at least one half for each. The rest goes
 * half by half to whichever has the least of its part. Null where there are too few to share.
 */
export function sharedLike(phases: PhaseMinutes, minutes: number): PhaseMinutes | null {
  const names = Object.keys(phases);
  const before = sumOf(Object.values(phases));
  if (isSum(Object.values(phases), minutes)) return phases;
  const halves = Math.floor(minutes / STEP);
  if (names.length === 0 || halves < names.length) return null;
  const parts = names.map((name) => ({
    name,
    wanted: ((phases[name] ?? 0) * minutes) / before,
    minutes: STEP,
  }));
  for (let left = halves - names.length; left > 0; left -= 1) mostMissing(parts).minutes += STEP;
  // Less than a half: it belongs to somebody, too.
  mostMissing(parts).minutes += minutes - halves * STEP;
  return Object.fromEntries(parts.map((part) => [part.name, part.minutes]));
}

interface Part {
  wanted: number;
  minutes: number;
}

/** The first of those that lack the most of what they would have. */
const mostMissing = <Each extends Part>(parts: readonly Each[]): Each =>
  parts.reduce((most, each) =>
    each.wanted - each.minutes > most.wanted - most.minutes ? each : most,
  );
