const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes since midnight out of what a field for a time says, as in "09:30"; null for anything else. */
export function minutesOfDay(time: string): number | null {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined || minutes === undefined
    ? null
    : Number(hours) * HOUR + Number(minutes);
}

/** A time of day so many minutes after another, as in "09:30"; after midnight it begins anew. */
export function clockTime(start: number, after: number): string {
  const at = ((Math.round(start + after) % DAY) + DAY) % DAY;
  return [Math.floor(at / HOUR), at % HOUR].map((part) => String(part).padStart(2, "0")).join(":");
}

/** When each part begins, in minutes after the first. */
export function beginnings(minutes: readonly number[]): readonly number[] {
  let sum = 0;
  return minutes.map((each) => {
    const from = sum;
    sum += each;
    return from;
  });
}
