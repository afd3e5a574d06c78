/** What a clock shows for the milliseconds that are left (negative: over). */
export interface ClockReading {
  text: string;
  over: boolean;
}

const SECOND = 1000;

function minutesAndSeconds(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "4:12" while time is left, "0:00" in the last instant, "+0:40" once it is over. */
export function clockReading(remaining: number): ClockReading {
  // Rounded up, so that a full minute shows as 1:00 and zero means zero.
  const left = Math.ceil(remaining / SECOND);
  if (left >= 0) return { text: minutesAndSeconds(left === 0 ? 0 : left), over: false };
  return { text: `+${minutesAndSeconds(-left)}`, over: true };
}

/** Milliseconds until the reading changes, so that clocks side by side change together. */
export function nextTickIn(endsAt: number, now: number): number {
  const remaining = endsAt - now;
  const rest = ((remaining % SECOND) + SECOND) % SECOND;
  return rest === 0 ? SECOND : rest;
}
