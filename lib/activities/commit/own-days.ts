/** A day in ISO form, so many days later; "" where it is none. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T12:00Z`);
  if (Number.isNaN(date.getTime())) return "";
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Today as the phone's calendar has it. */
export function todayOn(now: Date): string {
  const [month, day] = [now.getMonth() + 1, now.getDate()].map((n) => String(n).padStart(2, "0"));
  return `${now.getFullYear()}-${month}-${day}`;
}

const DAYS_OF_WEEK = 7;

/**
 * Weekly reminders that end on a day, the earliest first. Those that are over by `today` are left out, but for the
 * last: somebody may have chosen a day of the past on purpose.
 */
export function remindersUpTo(last: string, weeks: number, today: string): string[] {
  const days = Array.from({ length: weeks }, (_, at) =>
    daysAfter(last, -DAYS_OF_WEEK * (weeks - 1 - at)),
  );
  return days.filter((day) => day !== "" && (day > today || day === last));
}
